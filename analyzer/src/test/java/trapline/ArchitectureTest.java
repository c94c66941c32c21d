package trapline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Which package may know which, and what may not exist below the recording boundary. */
@AnalyzeClasses(packages = "trapline", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String BELOW_RECORDING =
            "trapline.(isa|bus|mmu|vcpu|jit|trap|device|policy|machine)..";

    private static final String[] EVERYTHING = {
        "isa", "bus", "event", "mmu", "vcpu", "jit", "trap", "device", "policy", "machine",
        "journal", "record", "replay", "analyze", "report", "cli"
    };

    // @formatter:off
    /** Package to the packages that it may use besides the events; what is not a key may use everything. */
    private static final Map<String, String[]> MAY_USE = Map.ofEntries(
            row("isa"),
            row("bus"),
            row("mmu",     "bus"),
            row("trap",    "isa"),
            row("vcpu",    "isa", "mmu", "bus", "trap"),
            row("jit",     "isa", "vcpu", "mmu", "bus", "trap"),
            row("device",  "bus"),
            row("policy",  "trap", "vcpu", "mmu", "device", "isa", "bus"),
            row("machine", "isa", "bus", "mmu", "vcpu", "jit", "trap", "device", "policy"),
            row("journal"),
            row("record",  "machine", "policy", "device", "vcpu", "bus", "isa", "journal"),
            row("replay",  "machine", "policy", "device", "vcpu", "mmu", "bus", "isa", "journal", "record"),
            row("analyze", "journal", "isa"),
            row("report",  "analyze"));
    // @formatter:on

    private static Map.Entry<String, String[]> row(String name, String... mayUse) {
        String[] withEvents = Arrays.copyOf(mayUse, mayUse.length + 1);
        withEvents[mayUse.length] = "event";
        return Map.entry(name, withEvents);
    }

    @ArchTest static final ArchRule PACKAGES_USE_ONLY_WHAT_THEIR_ROW_NAMES = packageRules();

    private static LayeredArchitecture packageRules() {
        LayeredArchitecture rules =
                layeredArchitecture()
                        .consideringOnlyDependenciesInLayers()
                        .withOptionalLayers(true);
        for (String name : EVERYTHING) {
            rules = rules.layer(name).definedBy("trapline." + name + "..");
        }
        rules = rules.whereLayer("event").mayNotAccessAnyLayer();
        for (Map.Entry<String, String[]> row : MAY_USE.entrySet()) {
            rules = rules.whereLayer(row.getKey()).mayOnlyAccessLayers(row.getValue());
        }
        return rules;
    }

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE =
            slices().matching("trapline.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule ONLY_THE_JOURNAL_KNOWS_CHRONICLE =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("trapline.journal..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("net.openhft..")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule ONLY_THE_BUS_KNOWS_UNSAFE =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("trapline.bus..")
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("sun.misc.Unsafe")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule THE_MACHINE_READS_NO_HOST_CLOCK =
            noClasses()
                    .that()
                    .resideInAnyPackage(BELOW_RECORDING)
                    .should()
                    .callMethod(System.class, "nanoTime")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDateTime.class, "now")
                    .orShould()
                    .callMethod(ZonedDateTime.class, "now")
                    .orShould()
                    .callConstructor(Date.class)
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(Clock.class)
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule THE_MACHINE_HAS_NO_RANDOMNESS_AND_NO_THREADS =
            noClasses()
                    .that()
                    .resideInAnyPackage(BELOW_RECORDING)
                    .should()
                    .callMethod(Math.class, "random")
                    .orShould()
                    .callMethod(UUID.class, "randomUUID")
                    .orShould()
                    .callMethod(System.class, "identityHashCode", Object.class)
                    .orShould()
                    .callConstructor(Random.class)
                    .orShould()
                    .callConstructor(SplittableRandom.class)
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(ThreadLocalRandom.class)
                    .orShould()
                    .callMethod(Thread.class, "start")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule ONLY_THE_COMMAND_LINE_ENDS_THE_PROCESS =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("trapline.cli..")
                    .should()
                    .callMethod(System.class, "exit", int.class)
                    .allowEmptyShould(true);
}
