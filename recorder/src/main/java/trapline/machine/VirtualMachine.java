package trapline.machine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import trapline.bus.Bus;
import trapline.bus.ConsoleSink;
import trapline.bus.Device;
import trapline.bus.HypervisorLog;
import trapline.bus.PhysMemory;
import trapline.bus.StateReader;
import trapline.bus.StateWriter;
import trapline.device.GenericTimer;
import trapline.device.Gic;
import trapline.device.GicPersonality;
import trapline.device.GicV2;
import trapline.device.GicV3;
import trapline.event.FactSink;
import trapline.event.Outcome;
import trapline.isa.A64Decoder;
import trapline.isa.CpuModel;
import trapline.isa.SysReg;
import trapline.machine.boot.BootPlatform;
import trapline.machine.boot.ImageException;
import trapline.machine.boot.MemoryBank;
import trapline.machine.boot.SymbolTable;
import trapline.mmu.MemorySystem;
import trapline.mmu.Stage2;
import trapline.policy.Personality;
import trapline.trap.Implementation;
import trapline.trap.Routing;
import trapline.vcpu.CodeCache;
import trapline.vcpu.Interpreter;
import trapline.vcpu.SysHooks;
import trapline.vcpu.Vcpu;

/**
 * A whole machine put together from a configuration: memory map, devices, EL2, guest image,
 * console.
 */
public final class VirtualMachine {
    /**
     * Shared interrupts: QEMU's virt machine has as many, and Xen gives a domain as many as the
     * host has.
     */
    private static final int SPIS = 224;

    private final MachineConfig config;
    private final Machine machine;
    private final El2 el2;
    private final Gic gic;
    private final GenericTimer[] timers;
    private final ConsoleScript script;
    private final ConsoleMonitor monitor;
    private final ConsoleRouter router = new ConsoleRouter();
    private final List<MemoryOverlay> drives;
    private final PersonalityState rules;
    private final Boot boot;
    private SymbolTable symbols = SymbolTable.EMPTY;
    private GuestKernel kernel;
    private final List<InitialState> initial = new ArrayList<>();

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record InitialState(trapline.bus.Snapshottable part, byte[] state) {}

    /**
     * Builds the machine and loads its images.
     *
     * @param engine what executes instructions, or null for the interpreter
     * @throws ImageException when an image is damaged or does not fit
     * @throws ConsoleScript.SyntaxException when the console script cannot be understood
     */
    public VirtualMachine(MachineConfig config, FactSink facts, @Nullable EngineFactory engine)
            throws ImageException, ConsoleScript.SyntaxException {
        this.config = config;
        PhysMemory memory = new PhysMemory();
        for (MemoryBank b : config.platform().banks(config.memoryBytes())) {
            memory.add("ram@" + Long.toHexString(b.base()), b.base(), b.bytes(), false);
        }
        Wiring wiring = Wiring.memory(config, memory);
        CpuModel model = config.cpu();
        int paBits = model.physicalAddressBits();
        MemorySystem system =
                new MemorySystem(
                        memory,
                        new Stage2(memory, paBits, paBits > 42 ? 0 : 1),
                        (frame, offset, bytes) -> {});
        CodeCache code = new CodeCache(system, A64Decoder.of(model));
        Routing routing = new Routing(Implementation.of(model));
        Vcpu[] cpus = new Vcpu[config.cpus()];
        for (int k = 0; k < cpus.length; k++) {
            cpus[k] = new Vcpu(k, model, system, code, routing);
        }
        Bus bus = new Bus();
        Engine running = engine == null ? Interpreter::run : engine.create(code, cpus);
        machine = new Machine(system, bus, code, cpus, running, facts);
        HypervisorLog log = new FactLog(machine);
        GicPersonality kind =
                config.platform() == BootPlatform.XEN_DOMU
                        ? GicPersonality.XEN
                        : GicPersonality.HARDWARE;
        gic =
                config.gic() == 3
                        ? new GicV3(kind, cpus.length, SPIS, machine, log)
                        : new GicV2(kind, cpus.length, SPIS, machine, log);
        // What happens when a timer fires is EL2's doing, hence the personality's.
        GicPersonality timerKind =
                config.personality().masksVirtualTimer() ? kind : GicPersonality.HARDWARE;
        timers = new GenericTimer[cpus.length];
        for (int k = 0; k < cpus.length; k++) {
            timers[k] = new GenericTimer(timerKind, machine, gic.ppi(k, 27), gic.ppi(k, 30), 0, 0);
        }
        machine.setHighestPending(gic::highestPending);
        el2 = new El2(machine, config.personality(), config.cost(), gic, timers);
        for (Vcpu c : cpus) {
            c.connect(el2, machine);
            hook(c);
        }
        script =
                config.script().isEmpty()
                        ? ConsoleScript.none(machine)
                        : ConsoleScript.parse(config.script(), machine);
        monitor = new ConsoleMonitor(machine, script, config.until(), config.keepGoing());
        wiring.devices(machine, bus, gic, log, this::port, router);
        ConsoleSink dccSink = port(ConsoleRouter.DCC);
        DccPort dcc = new DccPort(dccSink::output);
        router.connect(ConsoleRouter.DCC, dcc);
        drives = wiring.drives();
        el2.setDcc(dcc);
        script.connect(this::typed);
        machine.setWaitPolicy(
                m ->
                        script.usedUp() && monitor.panic() == null && router.input().interrupts()
                                ? new Outcome(Outcome.Kind.WAITING_FOR_INPUT, "idle")
                                : null);
        monitor.setInput(router);
        machine.onIdle(monitor::asleep);
        machine.onDigest(monitor::lookAtLog);
        machine.setEnding(monitor::ending);
        part(gic);
        for (GenericTimer t : timers) {
            part(t);
        }
        for (Bus.Region r : bus.regions()) {
            part(r.device());
        }
        rules = new PersonalityState(config.personality());
        part(rules);
        part(dcc);
        part(router);
        machine.addPart(script);
        machine.addPart(monitor);
        boot = Boot.prepare(config, memory);
        machine.setBudget(config.budget());
        machine.setResetAction(this::reset);
        for (InitialState s : initial) {
            if (s.part == rules) {
                machine.addHypervisorPart(rules);
            } else {
                machine.addPart(s.part);
            }
        }
        boot.load(machine);
        startCpus();
        kernel = new GuestKernel(machine, symbols, -1);
        setSymbols(boot.symbols());
    }

    /** Makes the engine once the machine's code cache exists. */
    @FunctionalInterface
    public interface EngineFactory {
        Engine create(CodeCache code, Vcpu[] cpus);
    }

    private void part(trapline.bus.Snapshottable p) {
        StateWriter w = new StateWriter();
        p.save(w);
        initial.add(new InitialState(p, w.toByteArray()));
    }

    private void hook(Vcpu c) {
        SysHooks timer =
                new SysHooks() {
                    @Override
                    public long read(Vcpu cpu, int index) {
                        machine.activity();
                        return timers[cpu.id].read(SysReg.keyOf(index));
                    }

                    @Override
                    public void write(Vcpu cpu, int index, long value) {
                        machine.activity();
                        timers[cpu.id].write(SysReg.keyOf(index), value);
                    }
                };
        for (int r :
                new int[] {
                    SysReg.CNTV_CTL_EL0,
                    SysReg.CNTV_CVAL_EL0,
                    SysReg.CNTV_TVAL_EL0,
                    SysReg.CNTP_CTL_EL0,
                    SysReg.CNTP_CVAL_EL0,
                    SysReg.CNTP_TVAL_EL0,
                    SysReg.CNTVCT_EL0,
                    SysReg.CNTPCT_EL0
                }) {
            c.hook(r, timer);
        }
        if (gic instanceof GicV3 v3) {
            SysHooks icc =
                    new SysHooks() {
                        @Override
                        public long read(Vcpu cpu, int index) {
                            machine.activity();
                            return v3.readIcc(cpu.id, SysReg.keyOf(index));
                        }

                        @Override
                        public void write(Vcpu cpu, int index, long value) {
                            machine.activity();
                            v3.writeIcc(cpu.id, SysReg.keyOf(index), value);
                        }
                    };
            for (int key : GicV3.systemRegisters()) {
                c.hook(SysReg.indexOf(key), icc);
            }
        }
    }

    private ConsoleSink port(int number) {
        return new ConsoleSink() {
            @Override
            public void output(int value) {
                machine.facts()
                        .console(number, value & 0xff, machine.machineRetired(), machine.nanos());
                router.output(number);
                script.output(value & 0xff);
                monitor.output(value & 0xff);
            }

            @Override
            public void emptyPoll() {
                script.emptyPoll();
                monitor.emptyPoll();
            }
        };
    }

    private boolean typed(int value) {
        boolean taken = router.input().offer(value);
        if (taken) {
            monitor.activity();
        }
        return taken;
    }

    /** A byte from an interactive console; {@link #consoleReady} was true. */
    public void offerConsole(int value) {
        typed(value);
    }

    /**
     * Whether the guest's receive FIFO has been read empty, so that a byte offered now has room.
     */
    public boolean consoleReady() {
        return router.input().inputEmpty();
    }

    private void startCpus() {
        for (Vcpu c : machine.cpus) {
            resetCpu(c);
        }
        boot.enter(machine.cpus[0]);
        machine.powerOn(0);
        gic.online(0, true);
    }

    /** Architectural constants and EL2's own values; general registers zero. */
    private void resetCpu(Vcpu c) {
        java.util.Arrays.fill(c.x, 0);
        java.util.Arrays.fill(c.v, 0);
        java.util.Arrays.fill(c.sys, 0);
        c.fp.fpcr = 0;
        c.fp.fpsr = 0;
        config.cpu()
                .idRegisters()
                .forEach(
                        (name, value) -> {
                            int index = SysReg.indexOfName(name);
                            if (index >= 0) {
                                c.sys[index] = value;
                            }
                        });
        c.sys[SysReg.CNTFRQ_EL0] = 62_500_000;
        if (config.gic() == 3) {
            c.sys[SysReg.ICC_SRE_EL1] = 7; // system registers on, fixed: routing looks at it
        }
        config.personality().reset(c, c.id);
        c.routes.invalidate();
        c.updateRegime();
        c.debug.changed();
        c.updateFp();
    }

    /** The guest asked for a reset. */
    private void reset() {
        if (config.noReboot() || monitor.panicking()) {
            machine.end(new Outcome(Outcome.Kind.RESET, null));
            return;
        }
        for (Vcpu c : machine.cpus) {
            machine.powerOff(c.id);
        }
        for (InitialState s : initial) {
            if (!(s.part instanceof Device d) || !Wiring.survivesReset(d)) {
                s.part.load(new StateReader(s.state));
            }
        }
        boot.load(machine);
        startCpus();
    }

    public MachineConfig config() {
        return config;
    }

    public Machine machine() {
        return machine;
    }

    /** What the guest wrote to each drive, in the order of the configuration. */
    public List<MemoryOverlay> drives() {
        return drives;
    }

    /**
     * Says that the next state to be loaded was saved under another personality of the same
     * hypervisor.
     *
     * @param writer that personality, new
     * @param decided what {@code Personality.saveDecided} gives for this machine's own personality
     *     at that moment
     */
    public void loadFrom(Personality writer, byte[] decided) {
        rules.loadFrom(writer, decided);
    }

    public El2 el2() {
        return el2;
    }

    /**
     * Names the guest's code; to be called before the machine runs, with the same table in every
     * run of a configuration: what counts as a panic depends on it.
     *
     * @param table at link addresses
     */
    public void setSymbols(SymbolTable table) {
        long text = table.find("_text");
        boolean placed = boot.textPhysical() >= 0 && text != -1;
        symbols = placed ? table.alsoAt(boot.textPhysical(), boot.imageBytes(), text) : table;
        kernel = new GuestKernel(machine, table, boot.textPhysical());
        monitor.watch(kernel, boot.physical(table, "panic"));
    }

    /** Symbols of the guest image, at link addresses, and where they lie in physical memory. */
    public SymbolTable symbols() {
        return symbols;
    }

    /** The guest's kernel in memory. */
    public GuestKernel kernel() {
        return kernel;
    }

    /** The hypervisor's lines from devices that belong to it. */
    private record FactLog(Machine machine) implements HypervisorLog {
        @Override
        public boolean enabled(int level) {
            return level <= DEBUG;
        }

        @Override
        public void line(int level, String text) {
            machine.facts().log(machine.machineRetired(), machine.nanos(), text);
        }
    }
}
