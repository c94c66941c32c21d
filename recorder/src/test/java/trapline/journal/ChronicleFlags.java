package trapline.journal;

import java.util.List;

/** What Chronicle Queue needs from the JDK, for the JVMs that tests start. */
final class ChronicleFlags {
    static final List<String> LIST =
            List.of(
                    "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED",
                    "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
                    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Dchronicle.analytics.disable=true");

    private ChronicleFlags() {}
}
