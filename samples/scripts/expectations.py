#!/usr/bin/env python3
"""Writes what the bundled guests must print: samples/scripts/expectations.py

Every text here is stated from documents, none is taken from a run: the Arm ARM (DDI 0487) for
what a CPU does by itself, Xen's source (xen/arch/arm) for what Xen answers, plain arithmetic for
checksums. sysreg-tour has a script of its own, because its text is composed from two tables.

Beside the texts it writes samples/guests/expectations.csv, a row a recording:
guest, expectation, options of "trapline record", outcome, and whether it takes long.
"""

import csv
import pathlib

GUESTS = pathlib.Path(__file__).resolve().parent.parent / "guests"
ROWS = []
ONES = "0xffffffffffffffff"  # -1, SMCCC's "not supported"
MASK = (1 << 64) - 1


def expect(guest, name, lines, *runs):
    """runs: (options, outcome) or (options, outcome, "slow")."""
    folder = GUESTS / guest if (GUESTS / guest).is_dir() else GUESTS / "bench" / guest
    path = folder / f"expected-{name}.txt"
    path.write_text("\n".join(lines) + "\n")
    add(guest, path, *runs)


def add(guest, path, *runs):
    for run in runs:
        ROWS.append((guest, path.relative_to(GUESTS).as_posix(), run[0], run[1], run[2] if len(run) > 2 else ""))


OFF, ON, KVM = "--partial-emulation off", "--partial-emulation on", "--hypervisor kvm"
DEAD = "panic: undefined instruction at dcc_putchar+0x4, ESR_EL1 0x02000000"


def dcc():
    # xen/arch/arm/arm64/vsysreg.c: off, the status reads 0 and data accesses are undefined; on,
    # the status is TXfull for ever. KVM (sys_regs.c): status 0, data ignored.
    start = "dcc-probe: looking for a DCC console"
    expect("dcc-probe", "xen-off", [start, DEAD], (OFF, "PANICKED"))
    expect("dcc-probe", "xen-on", [start, "no DCC console (-ENODEV)"], (ON, "POWERED_OFF"))
    expect("dcc-probe", "kvm", [start, "DCC console found"], (KVM, "POWERED_OFF"))

    # The loop reads the status bound - 1 times and once more after it; with a clear status the
    # loop ends at its first read.
    start = "dcc-earlycon: waiting for TXfull to clear"
    accepted = "DCC early console accepted after 2 status reads"
    refused = "no DCC early console (-ENODEV) after %d status reads"
    expect("dcc-earlycon", "xen-off", [start, accepted, DEAD], (OFF, "PANICKED"))
    expect("dcc-earlycon", "xen-on", [start, refused % 0x10000], (ON + " --append polls=0x10000", "POWERED_OFF"))
    expect("dcc-earlycon", "xen-on-full", [start, refused % 0x4000000], (ON, "POWERED_OFF", "slow"))
    expect("dcc-earlycon", "kvm", [start, accepted, "DCC early console written"], (KVM, "POWERED_OFF"))

    start = "dcc-uboot: at most 1000 status reads a character"
    levels = ("EL1", "EL0")
    expect("dcc-uboot", "xen-off", [start] + [
        f"{el}: write: exception at dcc_putchar+0x4, ESR_EL1 0x02000000" for el in levels], (OFF, "POWERED_OFF"))
    expect("dcc-uboot", "xen-on", [start] + [
        f"{el}: 4000 status reads, 0 characters written, 4 timed out" for el in levels], (ON, "POWERED_OFF"))
    expect("dcc-uboot", "kvm", [start] + [
        f"{el}: 4 status reads, 4 characters written, 0 timed out" for el in levels], (KVM, "POWERED_OFF"))


def endings():
    expect("hang-wfi", "any", ["hang-wfi: waiting for an interrupt that was never set up"], ("", "HUNG"))
    expect("hang-spin", "any", ["hang-spin: branching to itself with interrupts masked"], ("", "HUNG"))
    expect("reboot", "any", ["reboot: resetting"], ("--no-reboot", "RESET"))
    (GUESTS / "echo" / "input.txt").write_text("#! for: trapline record --guest echo --input input.txt\nhello\na b c\nquit\n")
    expect("echo", "any", ['echo: "quit" powers off', "> hello", "1: [hello] 5", "> a b c", "2: [a b c] 5",
                           "> quit", "echo: 2 lines"], ("--input samples/guests/echo/input.txt", "POWERED_OFF"))


def timers_and_cpus():
    # CNTV_CTL_EL0 in the handler: Xen sets IMASK before it injects (time.c:vtimer_interrupt), so
    # ENABLE | IMASK | ISTATUS; the emulated CNTP_CTL_EL0 is ENABLE | ISTATUS (vtimer.c).
    for gic in (3, 2):
        for hypervisor, control in (("xen", 7), ("kvm", 5)):
            lines = [f"irq-timer: GICv{gic}, CNTFRQ_EL0 62500000"]
            for timer, intid, value in (("virtual", 27, control), ("physical", 30, 5)):
                lines += [f"{timer} timer: tick {n}, INTID {intid}, control 0x{value:x}" for n in range(1, 6)]
                lines.append(f"{timer} timer: 50 ms or more, no tick early")
            suffix = "" if gic == 3 else "-gic2"
            options = f"--hypervisor {hypervisor}" + (" --gic 2" if gic == 2 else "")
            expect("irq-timer", hypervisor + suffix, lines, (options, "POWERED_OFF"))

    # PSCI (vpsci.c): ALREADY_ON is -4, no such CPU -2; AFFINITY_INFO 0 on, 1 off.
    for gic in (3, 2):
        for cpus in (1, 2, 4):
            lines = [f"smp-hello: {cpus} CPUs, GICv{gic}"]
            lines += [f"CPU {i}: MPIDR_EL1 0x{0x80000000 | i:08x}" for i in range(cpus)]
            lines += [f"SGI 1 to CPU {i}: handled by CPU {i}" for i in range(cpus)]
            lines += ["CPU_ON of CPU 0: -4", "CPU_ON of MPIDR 0x100: -2"]
            for i in range(1, cpus):
                lines += [f"AFFINITY_INFO of CPU {i}: {state}" for state in (0, 1)]
            expect("smp-hello", f"any-gic{gic}-cpus{cpus}", lines,
                   (f"--gic {gic} --cpus {cpus}", "POWERED_OFF"),
                   (f"--hypervisor kvm --gic {gic} --cpus {cpus}", "POWERED_OFF"))


def hypercalls():
    # vsmc.c and vpsci.c; the host's answers to ARCH_FEATURES are configuration: -1, 0, -1.
    services = [
        ("SMCCC_VERSION", "0x10002"), ("SMCCC_ARCH_FEATURES(ARCH_WORKAROUND_1)", ONES),
        ("SMCCC_ARCH_FEATURES(ARCH_WORKAROUND_2)", "0x0"), ("SMCCC_ARCH_FEATURES(ARCH_WORKAROUND_3)", ONES),
        ("SMCCC_ARCH_FEATURES(SMCCC_ARCH_SOC_ID)", ONES), ("ARCH_WORKAROUND_1", "0x0"),
        ("ARCH_WORKAROUND_3", "0x0"), ("PSCI_VERSION", "0x10001"), ("PSCI_FEATURES(CPU_ON)", "0x0"),
        ("PSCI_FEATURES(SMCCC_VERSION)", "0x0"), ("PSCI_FEATURES(SYSTEM_RESET2)", ONES),
        ("PSCI_MIGRATE_INFO_TYPE", "0x2"), ("PSCI_AFFINITY_INFO(0, 0)", "0x0"),
        ("PSCI_AFFINITY_INFO(0, 4)", "0x%x" % (-2 & MASK)), ("PSCI_CPU_ON(0)", "0x%x" % (-4 & MASK)),
        ("PSCI_CPU_ON(0xf)", "0x%x" % (-2 & MASK)), ("hypervisor call count", "0x3"),
        ("hypervisor UID", "0xdc1218a7 0x694398c6 0xd179cf9a 0x67e6de8d"),
        ("hypervisor revision", "0x0 0x1"), ("standard call count", "0x11"),
        ("standard UID", "0x6f3863f8 0xbd4c394b 0x16ce2092 0x6f9fe541"),
        ("standard revision", "0x0 0x1"), ("unknown service 0x8200dead", ONES),
        ("unknown PSCI function 0x8400001f", ONES), ("PSCI_VERSION by SMC #0", "0x10001"),
    ]
    nosys = "0x%x" % (-38 & MASK)
    for debug, name, option in ((True, "xen", "--xen-build debug"), (False, "xen-release", "--xen-build release")):
        # A debug build overwrites the argument registers in use and x16 (traps.c:do_trap_hypercall).
        after = "0xdeadbeef 0x2222 0x3 0x4 0xdeadbeef" if debug else "0x1111 0x2222 0x3 0x4 0x11"
        undefined = "exception ESR_EL1 0x02000000, ELR_EL1 %s"
        lines = ["hypercall: SMCCC and PSCI"] + [f"{a}: {b}" for a, b in services]
        lines += ["hypercall: Xen", "xen_version(XENVER_version): 0x%x" % (4 << 16 | 23),
                  "console_io(write): 0x0", "sched_op(yield): 0x0", f"sched_op(99): {nosys}",
                  f"unknown hypercall 63: {nosys}", f"deprecated hypercall 6: {nosys}",
                  f"registers after xen_version(XENVER_version): 0x40017 {after}",
                  f"registers after unknown hypercall 63: {nosys} 0x1111 0x2222 0x3 0x4 0x3f",
                  "hypercall: immediates"]
        lines += [f"hvc #0x{i}: " + undefined % f"hvc_{i}+0x4" for i in ("1", "ea2")]
        lines += [f"hvc #0x{i}: " + ("0x41" if debug else undefined % f"hvc_{i}+0x4")
                  for i in ("ff00", "ffe0", "fffd", "fffe")]
        lines += ["smc #1: " + undefined % "smc_1+0x0", "hypercall: done"]
        lines = [line.replace("hvc #0x1:", "hvc #1:") for line in lines]
        expect("hypercall", name, lines, (option, "POWERED_OFF"))


def exceptions():
    # kind "i": injected as undefined at EL1, an ordinary Undefined exception at EL0; "a": an abort
    # that Xen injects; "c": the CPU's own. Xen (traps.c): PSTATE exactly 0x3c5, vector +0x200 from
    # EL1t as well, ISS 0, FAR_EL1 not written for undefined, ELR after an HVC. The CPU (DDI 0487
    # D1.3): NZCV kept, vector +0x000 from EL1t.
    rows = [
        ("msr OSECCR_EL1", "i", 0x02000000, "at", None), ("hvc #1", "i", 0x02000000, "after", None),
        ("smc #1", "i", 0x02000000, "at", None), ("load from nowhere", "a", 0x96000000, "at", 0x0f000000),
        ("store to nowhere", "a", 0x96000000, "at", 0x0f000008),
        ("jump to nowhere", "a", 0x86000000, "at", 0x0f000000), ("udf", "c", 0x02000000, "at", None),
        ("svc #5", "c", 0x56000005, "after", None), ("brk #7", "c", 0xf2000007, "at", None),
        ("unaligned load", "c", 0x96000021, "at", 0x41000001),
        ("unaligned store", "c", 0x96000061, "at", 0x41000004),
        ("jump to odd address", "c", 0x8a000000, "at", 0x41000002),
        ("load from odd stack", "c", 0x9a000000, "at", None), ("illegal return", "c", 0x3a000000, "at", None),
    ]
    lines = ["exception-tour: PSTATE.NZCV is 0xf and, at EL1, DAIF is 0 before each"]
    for context in ("EL1h", "EL1t", "EL0 "):
        for text, kind, esr, elr, far in rows:
            if text == "load from odd stack" and context == "EL1h" or text == "illegal return" and context != "EL1h":
                continue
            injected = kind != "c"
            if context == "EL0 " and kind == "i":
                injected, elr = False, "at"
            if context == "EL0 " and esr >> 26 in (0x21, 0x25):
                esr -= 1 << 26  # the class "from a lower EL"
            vector = {"EL1h": 0x200, "EL1t": 0x200 if injected else 0, "EL0 ": 0x400}[context]
            spsr = {"EL1h": 0xf0000005, "EL1t": 0xf0000004, "EL0 ": 0xf00003c0}[context]
            if text == "illegal return":
                spsr |= 1 << 20  # IL
            line = "%s %-20s+0x%03x ESR 0x%08x SPSR 0x%08x PSTATE 0x%08x ELR %s" % (
                context, text, vector, esr, spsr, 0x3c0 if injected else 0xf00003c0, elr)
            if far:
                line += " FAR 0x%x" % far
            elif kind == "i" and injected:
                line += " FAR kept"
            lines.append(line)
    expect("exception-tour", "xen", lines, ("", "POWERED_OFF"))


def devices():
    def rows(title, *pairs):
        return [title] + ["  %-34s%s" % pair for pair in pairs]

    def abort(offset, esr=0x96000000):
        return "ESR 0x%08x FAR +0x%x" % (esr, offset)

    # io.c, decode.c: ISV or LDR/STR post-index zero-extending; the sign extension fills 64 bits.
    # vpl011.c: FR is 0x90 (TXFE, RXFE); TX is raised by each write; no 64-bit accesses.
    common = rows(
        "forms, on the UART's flag register", ("ldrb w", "0x90"), ("ldrh w", "0x90"), ("ldr w", "0x90"),
        ("ldr x", abort(0x18)), ("ldrsb w", "0xffffffffffffff90"), ("ldrsb x", "0xffffffffffffff90"),
        ("ldrsh w", "0x90"), ("ldrsh x", "0x90"), ("ldrsw x", "0x90"), ("ldar w", "0x90"), ("ldtr w", "0x90"),
        ("ldr w, register offset", "0x90"), ("ldr w, post-index", "0x400000090"),
        ("ldrb w, post-index down", "0xffffffff00000090"), ("ldrsb w, post-index", abort(0x18)),
        ("ldr w, pre-index", abort(0x18)), ("ldxr w", abort(0x18)), ("ldp w, w", abort(0x18)),
        ("ldr w at EL0", "0x90"), ("ldr x at EL0", abort(0x18, 0x92000000)),
        ("ldr w, not aligned", abort(0x1a, 0x96000021)), ("ldrb w, inside the register", "0x0"),
        ("str wzr", "ok"), ("stlr w", "ok"), ("stp w, w", abort(4)), ("prfm", "ok"), ("dc cvac", "ok"),
        ("dc zva, on memory", abort(0, 0x96000061)))
    common += rows(
        "where no device is", ("ldr w", abort(0x10)), ("ldr x", abort(0x10)), ("str w", abort(0x20)),
        ("ldr w, post-index", abort(0x10)), ("ldp w, w", abort(0x10)), ("dc cvac", abort(0x10)),
        ("ldr w at EL0", abort(0x10, 0x92000000)), ("str w at EL0", abort(0x20, 0x92000000)))
    common += ["stores to the data register: abcdef post-index by 16, str x: ESR 0x96000000"]
    common += rows(
        "UART", ("RIS", "0x20"), ("ICR = 0x7ff", "ok"), ("RIS", "0x0"), ("IMSC", "0x0"), ("IMSC = 0x50", "ok"),
        ("IMSC", "0x50"), ("MIS", "0x0"), ("IMSC = 0", "ok"), ("ICR", abort(0x44)), ("RIS = 0xffff", "ok"),
        ("MIS = 0xffff", "ok"), ("FR = 0xffff", "ok"), ("FR", "0x90"), ("RIS", "0x0"), ("FR = 1 by str x", "ok"),
        ("IMSC = 1 by str x", abort(0x38)), ("RSR", "0x0"), ("RSR = 0xf", "ok"),
        ("DR with nothing received", "0x0"), ("CR", "0x0"), ("CR = 0x301", "ok"), ("PERIPHID0", "0x0"))
    # vgic-v3.c, vgic-v2.c. GICD_TYPER: 10 bits of interrupt identifiers are 9 in IDbits.
    third = rows(
        "GICv3 distributor", ("GICD_CTLR", "0x10"), ("GICD_CTLR by ldrb", abort(0)),
        ("GICD_CTLR by ldr x", abort(0)), ("GICD_CTLR = 0xffffffff", "ok"), ("GICD_CTLR", "0x12"),
        ("GICD_CTLR = 0", "ok"), ("GICD_CTLR", "0x10"), ("GICD_TYPER but its line count", "0x%x" % (9 << 19)),
        ("GICD_IIDR", "0x34c"), ("GICD_IGROUPR1 = 0xffffffff", "ok"), ("GICD_IGROUPR1", "0x0"),
        ("GICD_ISENABLER1 = 1", "ok"), ("GICD_ISENABLER1", "0x1"), ("GICD_ICENABLER1", "0x1"),
        ("GICD_ICENABLER1 = 1", "ok"), ("GICD_ISENABLER1", "0x0"), ("GICD_ISPENDR1 = 1", "ok"),
        ("GICD_ISPENDR1", "0x0"), ("GICD_ICPENDR1 = 1", "ok"), ("GICD_ISACTIVER1", "0x0"),
        ("GICD_ISACTIVER1 = 0", abort(0x304)), ("GICD_ISACTIVER1 = 1", abort(0x304)),
        ("GICD_ICACTIVER1", "0x0"), ("GICD_ICACTIVER1 = 1", "ok"), ("GICD_IPRIORITYR8 = 0x50505050", "ok"),
        ("GICD_IPRIORITYR8", "0x50505050"), ("GICD_IPRIORITYR8 by ldrb", "0x50"),
        ("GICD_IPRIORITYR8 by ldrh", abort(0x420)), ("GICD_ICFGR2 = 2", "ok"),
        ("GICD_ICFGR2, first interrupt", "0x2"), ("GICD_ICFGR2 = 0", "ok"), ("GICD_NSACR2", "0x0"),
        ("GICD_SGIR", "0x0"), ("GICD_SGIR = 0", "ok"), ("GICD_CPENDSGIR0", "0x0"),
        ("GICD_CPENDSGIR0 = 0", abort(0xf10)), ("GICD_SPENDSGIR0 = 0", abort(0xf20)),
        ("GICD_IROUTER32 = 0", "ok"), ("GICD_IROUTER32", "0x0"), ("GICD_PIDR2", "0x30"))
    third += rows(
        "GICv3 redistributor", ("GICR_CTLR", "0x0"), ("GICR_IIDR", "0x34c"), ("GICR_TYPER", "0x10"),
        ("GICR_WAKER", "0x0"), ("GICR_WAKER = 2", "ok"), ("GICR_WAKER", "0x0"), ("GICR_SYNCR", "0x1"),
        ("GICR_INVALLR", "0xdeadbeafdeadbeaf"), ("GICR_PIDR2", "0x30"), ("GICR_IGROUPR0 = 0xffffffff", "ok"),
        ("GICR_IGROUPR0", "0x0"), ("GICR_ISENABLER0 = 0x08000000", "ok"), ("GICR_ISENABLER0, PPIs", "0x8000000"),
        ("GICR_ICENABLER0 = 0x08000000", "ok"), ("GICR_ISENABLER0, PPIs", "0x0"), ("GICR_ISPENDR0", "0x0"),
        ("GICR_ISACTIVER0 = 0", abort(0x10300)), ("GICR_ICACTIVER0 = 0", "ok"),
        ("GICR_IPRIORITYR6 = 0x60606060", "ok"), ("GICR_IPRIORITYR6", "0x60606060"))
    second = rows(
        "GICv2 distributor", ("GICD_CTLR", "0x0"), ("GICD_CTLR by ldrb", abort(0)),
        ("GICD_CTLR = 0xffffffff", "ok"), ("GICD_CTLR", "0x1"), ("GICD_CTLR = 0", "ok"),
        ("GICD_TYPER but its line count", "0x0"), ("GICD_IIDR", "0x43b"), ("GICD_IGROUPR1 = 0xffffffff", "ok"),
        ("GICD_IGROUPR1", "0x0"), ("GICD_ISENABLER1 = 1", "ok"), ("GICD_ISENABLER1", "0x1"),
        ("GICD_ICENABLER1 = 1", "ok"), ("GICD_ISENABLER1", "0x0"), ("GICD_ISPENDR1 = 1", "ok"),
        ("GICD_ISPENDR1", "0x0"), ("GICD_ICPENDR1 = 1", "ok"), ("GICD_ISACTIVER1", "0x0"),
        ("GICD_ISACTIVER1 = 0", "ok"), ("GICD_ISACTIVER1 = 1", abort(0x304)), ("GICD_ICACTIVER1 = 1", "ok"),
        ("GICD_IPRIORITYR8 = 0x50505050", "ok"), ("GICD_IPRIORITYR8", "0x50505050"),
        ("GICD_IPRIORITYR8 by ldrb", "0x50"), ("GICD_ITARGETSR8 = 0x01010101", "ok"),
        ("GICD_ITARGETSR8", "0x1010101"), ("GICD_ICFGR1 = 0xaaaaaaaa", "ok"), ("GICD_SGIR", "0xdeadbeef"),
        ("GICD_SGIR, target filter 3", abort(0xf00)), ("GICD_CPENDSGIR0", "0x0"),
        ("GICD_CPENDSGIR0 = 0", abort(0xf10)), ("ICPIDR2", abort(0xfe8)))
    expect("mmio-tour", "xen", ["mmio-tour: SBSA UART, GICv3"] + common + third, ("", "POWERED_OFF"))
    expect("mmio-tour", "xen-gic2", ["mmio-tour: SBSA UART, GICv2"] + common + second, ("--gic 2", "POWERED_OFF"))


def debug():
    # DDI 0487 D2: which of these exceptions are taken, where and with what syndrome; D24.3: the bits
    # that the registers have. An event is (offset of the return address, EC from EL0, ISS, SS, FAR).
    # ISS: breakpoints 0x22; watchpoints 0x22 with WnR; steps 0x22 with ISV and EX.
    write, stepped, exclusive = 1 << 6, 1 << 24, 1 << 24 | 1 << 6
    names = {0x15: "SVC", 0x24: "data abort", 0x30: "breakpoint", 0x32: "step", 0x34: "watchpoint", 0x3c: "BRK"}

    def hit(at, ss=0):
        return at, 0x30, 0x22, ss, None

    def watched(at, far, iss=0):
        return at, 0x34, 0x22 | iss, 0, far

    def step(at, iss=stepped):
        return at, 0x32, 0x22 | iss, 0, None

    def svc(at):
        return at, 0x15, 1, 0, None

    def brk(at, immediate, ss=0):
        return at, 0x3c, immediate, ss, None

    def odd(ss=0):  # the load at +0x28 from data + 0x11
        return 0x28, 0x24, 0x21, ss, 0x11

    plain = [svc(0x1c), brk(0x20, 1), odd()]  # what the routine does without a debugger
    # After an SVC the step is complete when its handler returns: no instruction was stepped. After
    # BRK and the abort, whose return address the handler moves, the next instruction is stepped.
    whole = [step(4), step(8), step(0xc, exclusive), step(0x10), step(0x18), svc(0x1c), step(0x1c, 0), step(0x20),
             brk(0x20, 1, 1), step(0x28), odd(1), step(0x30), step(None)]
    # Title, level, what happens where the registers are real, and where they read as zero (Xen).
    tests = [
        ("breakpoint", 1, [hit(4)], []), ("breakpoint", 0, [hit(4)], []), ("breakpoint for EL0", 1, [], []),
        ("breakpoint for EL1", 0, [], []), ("breakpoint, not enabled", 1, [], []), ("breakpoint, MDE 0", 1, [], []),
        ("breakpoint, KDE 0", 1, [], []), ("breakpoint, KDE 0", 0, [hit(4)], []),
        ("breakpoint, PSTATE.D 1", 1, [], []), ("breakpoint, PSTATE.D 1", 0, [hit(4)], []),
        ("breakpoint in a context", 1, [hit(4)], []), ("breakpoint in another context", 1, [], []),
        ("breakpoint on a BRK", 1, [hit(4), brk(4, 7)], [brk(4, 7)]),
        ("watchpoint on a byte", 1, [watched(0, 3)], []), ("watchpoint on a byte", 0, [watched(4, 5, write)], []),
        ("watchpoint on loads", 1, [], []), ("watchpoint on stores", 1, [watched(0xc, 0x10, write)], []),
        ("watchpoint on a word", 1, [watched(8, 0xc)], []), ("watchpoint in a pair", 1, [watched(0x10, 0x29)], []),
        ("watchpoint in a pair", 0, [watched(0x14, 0x3f, write)], []),
        ("watchpoint on 64 bytes", 0, [watched(0x1c, 0x48, write)], []),
        ("watchpoint for EL0", 1, [watched(0x18, 0x40)], []), ("watchpoint for EL1", 0, [], []),
        ("watchpoint, MDE 0", 1, [], []),
        ("step", 1, whole, plain), ("step", 0, whole, plain),
        ("step, SPSR_EL1.SS 0", 0, [step(0, 0), step(4)] + plain, plain),
        ("step, KDE 0", 0, [step(4)] + plain, plain), ("step, KDE 0", 1, plain, plain),
        ("step, PSTATE.D 1", 1, plain, plain), ("step, MDSCR_EL1.SS 0", 1, plain, plain),
        ("step to a breakpoint", 1, [step(4), hit(4, 1), step(8)], []),
        # A hypervisor that emulates the access clears SPSR_EL2.SS itself (KVM: adjust_pc.h); the
        # exception return to the next instruction is not a stepped one.
        ("step over a device access", 1, [step(4, 0), step(8)], []),
        ("breakpoint, OS Lock set", 1, [], []), ("step, OS Lock set", 0, plain, plain)]

    def lines(real):
        kept = [("mdscr_el1", 0xa000), ("dbgbvr0_el1", 0xffff800012345678), ("dbgbcr0_el1", 0x1e2),
                ("dbgwvr0_el1", 0x12345678), ("dbgwcr0_el1", 0x1ff4)]
        # Cortex-A57 (DDI 0488): six breakpoints, the last two for contexts, and four watchpoints.
        out = ["debug-tour: ID_AA64DFR0_EL1 has 6 breakpoints, 2 of them for contexts, 4 watchpoints",
               "registers of 6 breakpoints and 4 watchpoints answer",
               "OSLSR_EL1 locked 0x%x, unlocked 0x8" % (0xa if real else 8), "what was written reads as"]
        out += ["  %s 0x%x" % (name, value if real else 0) for name, value in kept]
        for title, el, there, without in tests:
            events = there if real else without
            out.append("EL%d %s:%s" % (el, title, "" if events else " nothing"))
            for at, ec, iss, ss, far in events:
                same = ec in (0x24, 0x30, 0x32, 0x34) and el == 1
                out.append("  %s %s, ESR_EL1 0x%08x, SPSR_EL1.SS %d%s" % (
                    names[ec], "after the return" if at is None else "at +0x%x" % at,
                    ec + same << 26 | 1 << 25 | iss, ss, "" if far is None else ", FAR_EL1 +0x%x" % far))
        return out

    # Xen (vsysreg.c): every debug register reads as zero and ignores writes, OSLSR_EL1 reads 8.
    expect("debug-tour", "xen", lines(False), ("", "POWERED_OFF"))
    expect("debug-tour", "real", lines(True), (KVM, "POWERED_OFF"), ("--hypervisor spec", "POWERED_OFF"),
           ("--hypervisor kvm --platform qemu-virt", "POWERED_OFF"))


# DDI 0487 D17.2.37: the fault status codes of ISS.
ADDRESS_SIZE, TRANSLATION, ACCESS_FLAG, PERMISSION, ALIGNMENT = 0x00, 0x04, 0x08, 0x0c, 0x21


def fault(far, status, level=0, write=False, fetch=False, el0=False):
    esr = (0x20 if fetch else 0x24) + (not el0) << 26 | 1 << 25 | write << 6 | status | level
    return "ESR 0x%08x FAR 0x%x" % (esr, far)


def translation(uart, distributor):
    test = 0x80000000
    page = lambda n: test + 0x1000 * n
    ro, user_rw, user_ro, no_flag, no_user_code, no_code, invalid, code, far = 1, 2, 3, 4, 6, 7, 8, 9, 11
    F, T, A, P, S = fault, TRANSLATION, ACCESS_FLAG, PERMISSION, ADDRESS_SIZE

    def rows(title, *pairs):
        return [title] + ["  %-42s%s" % pair for pair in pairs]

    lines = ["mmu-tour"]
    lines += rows(
        "4 KiB granule, faults at EL1", ("load, read-write page", "0xaaaa"), ("load, read-only page", "0xaaaa"),
        ("store, read-only page", F(page(ro), P, 3, write=True)), ("load, user page", "0xaaaa"),
        ("store, user read-only page", F(page(user_ro), P, 3, write=True)),
        ("load pair, translation level 3", F(page(invalid) + 8, T, 3)),
        ("load, reserved level 3 descriptor", F(page(13), T, 3)),
        ("store pair, translation level 3", F(page(invalid) + 8, T, 3, write=True)),
        ("load, translation level 2", F(test + 0x200000, T, 2)),
        ("store, translation level 1", F(0xc0000000, T, 1, write=True)),
        ("load, translation level 0", F(1 << 39, T, 0)),
        ("load, upper half, translation level 0", F(0xffff000000000000, T, 0)),
        ("load, upper half, translation level 1", F(0xffffff8000000000, T, 1)),
        ("load, access flag level 3", F(page(no_flag), A, 3)),
        ("store, access flag level 2", F(test + 0x400000, A, 2, write=True)),
        ("store, permission level 2", F(test + 0x600000, P, 2, write=True)),
        ("load, address size level 2", F(test + 0x800000, S, 2)),
        ("load, address size level 3", F(page(far), S, 3)),
        ("unprivileged load, kernel page", F(page(0), P, 3)),
        ("unprivileged store, user read-only page", F(page(user_ro), P, 3, write=True)),
        ("unprivileged load, user page", "0xaaaa"),
        ("jump, page that is never executed", F(page(no_code), P, 3, fetch=True)),
        ("jump, translation level 3", F(page(invalid), T, 3, fetch=True)),
        ("jump, translation level 1", F(0xc0000000, T, 1, fetch=True)),
        ("jump, access flag level 3", F(page(no_flag), A, 3, fetch=True)),
        ("jump, device memory", F(uart, P, 1, fetch=True)),
        ("load across pages, second invalid", F(page(invalid), T, 3)),
        ("load, not aligned, normal memory", "0xaa"),
        ("exclusive load, not aligned", F(page(0) + 1, ALIGNMENT)),
        ("load, not aligned, device memory", F(distributor + 1, ALIGNMENT)),
        ("load, not aligned, SCTLR_EL1.A set", F(page(0) + 1, ALIGNMENT)))
    lines += rows(
        "4 KiB granule, EL0", ("load, kernel page", F(page(0), P, 3, el0=True)),
        ("store, kernel page", F(page(0), P, 3, write=True, el0=True)), ("load, user page", "0xaaaa"),
        ("store, user page", "0x1234"),
        ("store, user read-only page", F(page(user_ro), P, 3, write=True, el0=True)),
        ("load, translation level 3", F(page(invalid), T, 3, el0=True)), ("run, user code", "0x1"),
        ("run, user page without execution", F(page(no_user_code), P, 3, fetch=True, el0=True)),
        ("run, kernel code", F(page(code), P, 3, fetch=True, el0=True)),
        ("run, translation level 3", F(page(invalid), T, 3, fetch=True, el0=True)),
        ("run, svc #0x21 in the same page", "ESR 0x56000021"), ("jump from EL1, user code", "ESR 0x56000021"))
    lines += rows(
        "code that changes", ("first version", "0x1"), ("second version, written in place", "0x2"),
        ("third version, written by the alias", "0x1"), ("after a hundred more", "0x2"),
        ("writable code, SCTLR_EL1.WXN set", F(page(code), P, 3, fetch=True)),
        ("writable code, SCTLR_EL1.WXN clear", "0x2"))
    lines += rows(
        "changes and invalidation", ("page, first frame", "0xaaaa"), ("page, taken away", F(page(0), T, 3)),
        ("page, second frame", "0xbbbb"), ("private page, ASID 1", "0xaaaa"),
        ("private page changed, ASID 2", "0xbbbb"), ("private page, ASID 1 invalidated", "0xbbbb"),
        *(("contiguous entries", "0x%x" % (0xc0 + i)) for i in (0, 5, 10, 15)))
    lines += rows(
        "address translation instructions", ("S1E1R, read-write page", "frame B"),
        ("S1E1W, read-only page", "fault status 0x%02x" % (P | 3)), ("S1E1R, read-only page", "frame A"),
        ("S1E0R, kernel page", "fault status 0x%02x" % (P | 3)), ("S1E0W, user page", "frame A"),
        ("S1E1R, translation level 3", "fault status 0x%02x" % (T | 3)),
        ("S1E1R, translation level 2", "fault status 0x%02x" % (T | 2)),
        ("S1E1R, access flag level 3", "fault status 0x%02x" % (A | 3)),
        ("S1E1R, address size level 3", "fault status 0x%02x" % (S | 3)))
    tag = 0xaa << 56
    lines += rows(
        "tags, aliases, exclusives, blocks of zeros",
        ("load, tagged address, no TBI", F(tag | page(user_rw), T, 0)),
        ("load, tagged address, TBI0", "0xaaaa"),
        ("load, tagged address, translation level 3", F(tag | page(invalid), T, 3)),
        ("load, alias in the upper half", "0xaaaa"), ("exclusive increment", "0x2a"),
        ("store-exclusive after CLREX", "0x1"), ("store-exclusive after ERET", "0x1"),
        ("dc zva", "ok, one block"), ("dc zva, read-only page", F(page(ro), P, 3, write=True)))
    lines += rows(
        "64 KiB granule", ("load, read-write page", "0x6464"), ("load, last doubleword of the page", "0x0"),
        ("store, read-only page", F(test + 0x10000, P, 3, write=True)),
        ("load, translation level 3", F(test + 0x20000, T, 3)),
        ("load, access flag level 3", F(test + 0x30000, A, 3)), ("load, translation level 2", F(0xa0000000, T, 2)),
        ("load, beyond T0SZ", F(1 << 42, T, 0)))
    return lines + ["mmu-tour: done"]


def random():
    """Knuth's MMIX generator, as the guests have it."""
    seed = 1
    while True:
        seed = (seed * 6364136223846793005 + 1442695040888963407) & MASK
        yield seed


def rotate(value):
    return (value << 1 | value >> 63) & MASK


def signed(value):
    return value - (1 << 64) if value >> 63 else value


def compute(rounds):
    import zlib
    numbers = random()
    lines = ["compute: %d rounds" % rounds]
    primes = bytearray([1]) * 200000
    primes[0] = primes[1] = 0
    for i in range(2, 448):
        if primes[i]:
            primes[i * i::i] = bytes(len(primes[i * i::i]))
    total = sum(i for i, prime in enumerate(primes) if prime)
    for number in range(1, rounds + 1):
        words = [next(numbers) for _ in range(20000)]
        check = zlib.crc32(b"".join(w.to_bytes(8, "little") for w in words))
        quotients = 0
        for before, word in zip(words, words[1:]):
            quotients = (quotients + word // (before >> 32 | 1)) & MASK
            a, b = signed(word), signed(before) >> 20 | 1
            remainder = abs(a) % abs(b)
            quotients ^= (-remainder if a < 0 else remainder) & MASK
        ordered = 0
        for word in sorted(words):
            ordered = rotate(ordered) ^ word
        a = [[0] * 48 for _ in range(48)]
        b = [[0] * 48 for _ in range(48)]
        for i in range(48):
            for j in range(48):
                a[i][j] = next(numbers)
                b[i][j] = next(numbers)
        trace = 0
        for i in range(48):
            for j in range(48):
                trace = (trace * 31 + sum(a[i][k] * b[k][j] for k in range(48))) & MASK
        lines.append("round %d: primes %d, crc %08x, quotients %016x, sorted %016x, matrix %016x" % (
            number, total, check, quotients, ordered, trace))
    return lines


def bench():
    """A value for each of the guests under bench, with a count that a test can afford."""
    n = 10000
    value = 0
    for _ in range(n):
        value = (rotate(value) + 0x01000222) & MASK  # ID_AA64PFR0_EL1 of the default CPU
    expect("trap-loop", "xen", ["trap-loop: %d reads, checksum %016x" % (n, value)], (f"--append n={n}", "POWERED_OFF"))
    expect("hvc-loop", "xen", ["hvc-loop: %d calls, checksum %016x" % (n, n * 0x10001)], (f"--append n={n}", "POWERED_OFF"))
    expect("mmio-loop", "xen", ["mmio-loop: %d reads, checksum %016x" % (n, n * 0x90)], (f"--append n={n}", "POWERED_OFF"))
    expect("wfi-loop", "any", ["wfi-loop: 1000 interrupts"], ("--append n=1000", "POWERED_OFF"))
    x, y = 0x9e3779b97f4a7c15, 0
    for _ in range(n):
        x ^= x << 13 & MASK
        x ^= x >> 7
        x ^= x << 17 & MASK
        y = (y + x) & MASK
    expect("alu-loop", "any", ["alu-loop: %d rounds, checksum %016x" % (n, x ^ y)], (f"--append n={n}", "POWERED_OFF"))
    numbers = random()
    words = [next(numbers) for _ in range(0x40000 // 8)]
    for i in range(3):
        copy = list(words)
        words[0] = (copy[-1] + i) & MASK
    value = 0
    for word in copy:
        value = rotate(value) ^ word
    expect("copy-loop", "any", ["copy-loop: 3 copies of 262144 bytes, checksum %016x" % value], ("--append n=3", "POWERED_OFF"))


def crc16(value, crc):
    """CRC-16/ARC's register after 16 more bits."""
    for bit in range(16):
        carry = (value >> bit ^ crc) & 1
        crc = crc >> 1 ^ (0xA001 if carry else 0)
    return crc


def core(rounds):
    """core-loop: the sorts by sorted(), the state machine by regular expressions."""
    import re
    half = lambda value: (value & 0xFFFF) - ((value & 0x8000) << 1)
    alphabet = "0123456789.e,x"
    numbers = random()
    keys = [next(numbers) >> 54 for _ in range(256)]
    left, right = [[0] * 24 for _ in range(24)], [[0] * 24 for _ in range(24)]
    for i in range(24):
        for j in range(24):
            left[i][j] = half(next(numbers) >> 48)
            right[i][j] = half(next(numbers) >> 48)
    text = [alphabet[(next(numbers) >> 32) % 14] for _ in range(1024)]
    states = [re.compile(p) for p in (r"$", r"[0-9]+$", r"[0-9]*[.][0-9]*$", r"([0-9]+|[0-9]*[.][0-9]*)e[0-9]*$")]
    crc = 0
    for _ in range(rounds):
        keys = [key * 75 + crc & 0x3FF for key in keys]
        for key in sorted(keys):
            crc = crc16(key, crc)
        for index, key in enumerate(keys):
            crc = crc16(index ^ key, crc)
        for i in range(24):
            left[i][i] = half(left[i][i] + crc)
        total = sum(left[i][k] * right[k][j] >> 4 for i in range(24) for j in range(24) for k in range(24))
        crc = crc16(total >> 16 & 0xFFFF, crc16(total & 0xFFFF, crc))
        ends = [0] * 5
        for word in "".join(text).split(",")[:-1]:  # what follows the last comma does not end
            ends[next((i for i, state in enumerate(states) if state.match(word)), 4)] += 1
        for count in ends:
            crc = crc16(count, crc)
        text[crc % 1024] = alphabet[crc % 14]
    return crc


def sieve(rounds):
    import bisect
    primes = [p for p in range(2, 65536) if all(p % d for d in range(2, int(p ** 0.5) + 1))]
    value = 0
    for number in range(rounds):
        count = bisect.bisect_left(primes, 65536 - number % 256)
        value = rotate(value) + (count << 32 | primes[count - 1]) & MASK
    return value


def copies(count):
    numbers = random()
    words = [next(numbers) for _ in range(0x10000 // 8)]
    for i in range(count):
        copy = list(words)
        words[0] = copy[-1] + i & MASK
    value = 0
    for word in copy:
        value = rotate(value) ^ word
    return value


def strings(rounds):
    value = 0
    for i in range(rounds):
        at = 2048 + i * 37 % 2047
        # The place of the mark, of the first difference, and, with a zero there, the length.
        value = rotate(value) + (2 * at << 16 | at) & MASK
    return value


def walk(steps):
    numbers = random()
    order = list(range(16384))
    for i in range(16383, 0, -1):
        j = (next(numbers) >> 33) % i
        order[i], order[j] = order[j], order[i]
    value = at = 0
    for _ in range(steps):
        value = rotate(value) + at & MASK
        at = order[at]
    return value


def matrices(rounds, kind):
    """kind 0: 32-bit integers, 1: doubles (Python's own are the same), 2: small whole singles."""
    import struct
    side = range(64)
    draw = (lambda x: x >> 32, lambda x: (x >> 40) * 2.0 ** -20, lambda x: x >> 56)[kind]
    draw_right = (lambda x: x >> 32, lambda x: (x >> 40) * 2.0 ** -24, lambda x: x >> 56)[kind]
    numbers = random()
    a, b = [[0] * 64 for _ in side], [[0] * 64 for _ in side]
    for i in side:
        for j in side:
            a[i][j] = draw(next(numbers))
            b[i][j] = draw_right(next(numbers))
    value = 0
    for number in range(rounds):
        for i in side:
            trace = 0.0 if kind == 1 else 0
            for k in side:  # in this order: doubles are rounded at each step
                trace += a[i][k] * b[k][i]
            if kind == 0:
                trace &= 0xFFFFFFFF
            bits = struct.unpack("<Q", struct.pack("<d", trace))[0] if kind == 1 else trace
            value = rotate(value) + bits & MASK
            at = number % 64
            a[i][at] = a[i][at] ^ trace if kind == 0 else trace * 0.03125 if kind == 1 else trace & 0xFF
    return value


def calls(count):
    value, total = 1, 0
    counter = 0
    for number in range(count, 0, -1):
        kind = number % 4
        if kind == 0:
            counter += 1
            value = value + counter & MASK
        elif kind == 1:
            value = int.from_bytes(value.to_bytes(8, "little"), "big")
        elif kind == 2:
            value = value * 6364136223846793005 + 1442695040888963407 & MASK
        else:
            value ^= MASK
        total = rotate(total) + value & MASK
    return total


def faults(count):
    pages = list(range(512))
    value = 0
    for i in range(count):
        value = rotate(value) + pages[i % 512] & MASK
        pages[i % 512] = pages[i % 512] * 3 + 1 & MASK
    return value


def switches(count):
    pages = [list(range(8 * task, 8 * task + 8)) for task in range(4)]
    value = 0
    for i in range(count):
        task = i % 4
        value = rotate(value) + sum(pages[task]) & MASK
        pages[task] = [page * 5 + task & MASK for page in pages[task]]
    return value


def aes128(key):
    """Encryption of one block, from FIPS 197 alone: the S-box is computed, not listed."""
    def times(a, b):
        product = 0
        while b:
            product ^= a if b & 1 else 0
            a = a << 1 ^ (0x11B if a & 0x80 else 0)
            b >>= 1
        return product

    box = []
    for x in range(256):
        inverse = next((y for y in range(256) if times(x, y) == 1), 0)
        box.append(0x63 ^ inverse ^ (lambda v: v ^ v >> 8)(
            inverse << 1 ^ inverse << 2 ^ inverse << 3 ^ inverse << 4) & 0xFF)
    words = [list(key[i:i + 4]) for i in range(0, 16, 4)]
    constant = 1
    for i in range(4, 44):
        word = words[-1]
        if i % 4 == 0:
            word = [box[b] for b in word[1:] + word[:1]]
            word[0] ^= constant
            constant = times(constant, 2)
        words.append([a ^ b for a, b in zip(words[i - 4], word)])
    keys = [sum(words[4 * r:4 * r + 4], []) for r in range(11)]
    two, three = [times(x, 2) for x in range(256)], [times(x, 3) for x in range(256)]

    def encrypt(block):
        state = [a ^ b for a, b in zip(block, keys[0])]
        for number in range(1, 11):
            state = [box[state[(i + 4 * (i % 4)) % 16]] for i in range(16)]
            if number < 10:
                state = [two[state[i]] ^ three[state[i - i % 4 + (i + 1) % 4]] ^ state[i - i % 4 + (i + 2) % 4]
                         ^ state[i - i % 4 + (i + 3) % 4] for i in range(16)]
            state = [a ^ b for a, b in zip(state, keys[number])]
        return bytes(state)

    return encrypt


def crypto(rounds):
    import hashlib
    numbers = random()
    data = b"".join(next(numbers).to_bytes(8, "little") for _ in range(512))
    encrypt = aes128(bytes(range(16)))
    mac = bytes(16)
    for i in range(0, rounds * 4096, 16):
        at = i % 4096
        mac = encrypt(bytes(a ^ b for a, b in zip(mac, data[at:at + 16])))
    return mac.hex(), hashlib.sha256(data * rounds).hexdigest()


def functions(count, loops):
    numbers = random()
    value = 1
    for _ in range(count):
        operations = []
        for _ in range(12):
            number = next(numbers)
            immediate = number >> 40 & 0xFFF
            operations.append(((number >> 61) % 5, immediate, immediate % 63 + 1))
        for _ in range(loops):
            for kind, immediate, shift in operations:
                if kind == 0:
                    value = value + immediate & MASK
                elif kind == 1:
                    value = value - immediate & MASK
                elif kind == 2:
                    value ^= value >> shift
                elif kind == 3:
                    value = value + (value << shift) & MASK
                else:
                    value = (value >> shift | value << 64 - shift) & MASK
    return value


def sustained():
    """The guests that measure sustained speed; see bench()."""
    off = "POWERED_OFF"
    expect("core-loop", "any", ["core-loop: 3 rounds, checksum %04x" % core(3)], ("--append n=3", off))
    expect("sieve-loop", "any", ["sieve-loop: 2 rounds, checksum %016x" % sieve(2)], ("--append n=2", off))
    expect("memcpy-loop", "any", ["memcpy-loop: 11 copies of 65536 bytes, checksum %016x" % copies(11)],
           ("--append n=11", off), ("--append 'n=11 simd=1'", off))
    expect("string-loop", "any", ["string-loop: 20 rounds, checksum %016x" % strings(20)],
           ("--append n=20", off), ("--append 'n=20 simd=1'", off))
    expect("walk-loop", "any", ["walk-loop: 20000 steps, checksum %016x" % walk(20000)], ("--append n=20000", off))
    for kind, name in enumerate(("integers", "doubles", "singles")):
        expect("matrix-loop", name, ["matrix-loop: 2 products, checksum %016x" % matrices(2, kind)],
               (f"--append 'n=2 float={kind}'", off))
    expect("svc-loop", "any", ["svc-loop: 10000 calls, checksum %016x" % calls(10000)], ("--append n=10000", off))
    expect("fault-loop", "any", ["fault-loop: 2000 faults, checksum %016x" % faults(2000)], ("--append n=2000", off))
    expect("switch-loop", "any", ["switch-loop: 2001 switches, checksum %016x" % switches(2001)],
           ("--append n=2001", off))
    expect("irq-loop", "any", ["irq-loop: 1000 interrupts"], ("--append n=1000", off))
    expect("crypto-loop", "any", ["crypto-loop: 2 rounds, AES %s, SHA-256 %s" % crypto(2)], ("--append n=2", off))
    expect("code-loop", "any", ["code-loop: 5000 functions, checksum %016x" % functions(5000, 10)],
           ("--append 'n=5000 loops=10'", off))


def main():
    dcc()
    endings()
    timers_and_cpus()
    hypercalls()
    exceptions()
    devices()
    debug()
    expect("mmu-tour", "xen-domu", translation(0x22000000, 0x03001000), ("", "POWERED_OFF"), (KVM, "POWERED_OFF"))
    expect("mmu-tour", "qemu-virt", translation(0x09000000, 0x08000000), ("--platform qemu-virt", "POWERED_OFF"))
    expect("compute", "any", compute(1), ("", "POWERED_OFF"))
    bench()
    sustained()
    for setting, option in (("xen-off", OFF), ("xen-on", ON), ("kvm", KVM)):
        for gic in ("", "-gic2"):
            add("sysreg-tour", GUESTS / "sysreg-tour" / f"expected-{setting}{gic}.txt",
                (option + (" --gic 2" if gic else ""), "POWERED_OFF"))
    with open(GUESTS / "expectations.csv", "w", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(("guest", "expected", "options", "outcome", "note"))
        writer.writerows(ROWS)


main()
