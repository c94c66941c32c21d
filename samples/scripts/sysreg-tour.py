#!/usr/bin/env python3
"""Writes the register list of the sysreg-tour guest and what the guest must print.

    samples/scripts/sysreg-tour.py REFERENCE

REFERENCE is a folder with xen-sysregs.csv and kvm-sysregs.csv (what Xen and KVM do with a
register that traps) and aarch64-sysreg-rules.csv (whether an access is UNDEFINED, goes to EL1,
goes to EL2 or completes). Written beside the guest: registers.h and
expected-{xen-off,xen-on,kvm}[-gic2].txt. Nothing here runs the guest or the recorder: the
expectation is the composition of the tables,

  1. the rule that the architecture selects for (register, form, EL) under the hypervisor's EL2
     control values on a Cortex-A57 (Armv8.0-A, PMUv3, GICv3 CPU interface, no EL3 visible);
  2. UNDEF and TRAP_EL1 are final, TRAP_EL2 looks up the hypervisor's decision, READ and WRITE
     complete.

KVM is that of Linux 6.12 without VHE, for a VM without a PMU.

The results are committed, so nobody needs REFERENCE to use them.
"""

import csv
import pathlib
import re
import sys

FEATURES = {"FEAT_AA64", "FEAT_PMUv3", "FEAT_GICv3", "FEAT_DoubleLock"}

# Of a Cortex-A57: ID_AA64DFR0_EL1.BRPs and WRPs, PMCR_EL0.N.
BREAKPOINTS = 6
WATCHPOINTS = 4
COUNTERS = 6

# The EL2 control registers as Xen loads them for a guest without vPMU; every other field is 0.
CONTROLS = {
    "HCR_EL2.TWI": 1, "HCR_EL2.TWE": 1, "HCR_EL2.TID3": 1, "HCR_EL2.TSC": 1,
    "HCR_EL2.TIDCP": 1, "HCR_EL2.TACR": 1, "HCR_EL2.TSW": 1, "HCR_EL2.FMO": 1,
    "HCR_EL2.IMO": 1, "HCR_EL2.AMO": 1,
    "MDCR_EL2.TDRA": 1, "MDCR_EL2.TDOSA": 1, "MDCR_EL2.TDA": 1, "MDCR_EL2.TPM": 1,
    "MDCR_EL2.TPMCR": 1,
    "CPTR_EL2.TTA": 1, "CPTR_EL2.TAM": 1,
    "CNTHCTL_EL2.EL1PCTEN": 1, "CNTHCTL_EL2.EL1PCEN": 0,
    "ICC_SRE_EL2.Enable": 1,
    "ICC_SRE_EL1.SRE": 1,
}

# The same of KVM; while a guest runs it enables the EL0 accesses that it wants to see at EL2.
CONTROLS_KVM = dict(CONTROLS, **{
    "ICC_SRE_EL2.Enable": 0, "PMUSERENR_EL0.EN": 1, "PMUSERENR_EL0.SW": 1, "PMUSERENR_EL0.CR": 1,
    "PMUSERENR_EL0.ER": 1, "HCR_EL2.TVM": 1, "MDCR_EL2.TPMS": 1, "MDCR_EL2.TTRF": 1,
})

# Cortex-A57, masked as Xen masks it: the RAS, AMU, MPAM, SVE, SME, MTE and PAuth fields that Xen
# hides are 0 in this core already.
ID_VALUES = {
    "ID_PFR0_EL1": 0x131, "ID_PFR1_EL1": 0x10011001, "ID_DFR0_EL1": 0x03000006,
    "ID_MMFR0_EL1": 0x10101105, "ID_MMFR1_EL1": 0x40000000, "ID_MMFR2_EL1": 0x01260000,
    "ID_MMFR3_EL1": 0x02102211, "ID_ISAR0_EL1": 0x02101110, "ID_ISAR1_EL1": 0x13112111,
    "ID_ISAR2_EL1": 0x21232042, "ID_ISAR3_EL1": 0x01112131, "ID_ISAR4_EL1": 0x00011142,
    "ID_ISAR5_EL1": 0x00011121, "MVFR0_EL1": 0x10110222, "MVFR1_EL1": 0x12111111,
    "MVFR2_EL1": 0x43, "ID_AA64PFR0_EL1": 0x01000222, "ID_AA64DFR0_EL1": 0x10305106,
    "ID_AA64ISAR0_EL1": 0x11120, "ID_AA64MMFR0_EL1": 0x1124,
}

# KVM hides the counters of a VM without a PMU, in both views.
ID_VALUES_KVM = dict(ID_VALUES, ID_AA64DFR0_EL1=0x10305006, ID_DFR0_EL1=0x6)

# Reads that complete at EL1, with the state that Xen gives a new vCPU.
COMPLETED = {"SCTLR_EL1": 0x00C50078, "MIDR_EL1": 0x411FD070, "MPIDR_EL1": 0x80000000,
             "ICC_SRE_EL1": 1}

# The value depends on what ran before or on the time: the guest prints that the read worked.
UNSPECIFIED = {"TTBR0_EL1", "TTBR1_EL1", "TCR_EL1", "ESR_EL1", "FAR_EL1", "AFSR0_EL1", "AFSR1_EL1",
               "MAIR_EL1", "AMAIR_EL1", "CONTEXTIDR_EL1", "CNTP_TVAL_EL0", "CNTP_CVAL_EL0",
               "CNTPCT_EL0", "DBGAUTHSTATUS_EL1"}
MASKS = {"ICC_SRE_EL1": 1}  # the other bits are the implementation's

# Written with the value just read: another one would change the machine that the guest runs on.
WRITE_BACK = {"SCTLR_EL1", "TTBR0_EL1", "TTBR1_EL1", "TCR_EL1", "ESR_EL1", "FAR_EL1", "AFSR0_EL1",
              "AFSR1_EL1", "MAIR_EL1", "AMAIR_EL1", "CONTEXTIDR_EL1", "ICC_SRE_EL1"}

# Members of the groups that xen-sysregs.csv has as one line, and registers that do not trap.
# None: the group is refused whatever the register.
EXTRA = [
    ("MIDR_EL1", 3, 0, 0, 0, 0), ("MPIDR_EL1", 3, 0, 0, 0, 5),
    ("ICC_SGI0R_EL1", 3, 0, 12, 11, 7), ("ICC_ASGI1R_EL1", 3, 0, 12, 11, 6),
    ("S3_0_C11_C0_0", 3, 0, 11, 0, 0), ("S3_0_C15_C0_0", 3, 0, 15, 0, 0),
    ("S3_1_C11_C0_2", 3, 1, 11, 0, 2), ("S3_1_C15_C2_0", 3, 1, 15, 2, 0),
    ("S3_1_C15_C2_1", 3, 1, 15, 2, 1), ("S3_3_C15_C0_0", 3, 3, 15, 0, 0),
    ("S3_7_C15_C15_7", 3, 7, 15, 15, 7),
    ("TRCPRGCTLR", 2, 1, 0, 1, 0), ("TRCIDR0", 2, 1, 0, 8, 7), ("TRCSTATR", 2, 1, 0, 3, 0),
    ("TRCCLAIMSET", 2, 1, 7, 8, 6), ("TRCAUTHSTATUS", 2, 1, 7, 14, 6),
    ("AMCR_EL0", 3, 3, 13, 2, 0), ("AMCFGR_EL0", 3, 3, 13, 2, 1),
    ("AMUSERENR_EL0", 3, 3, 13, 2, 3), ("AMCNTENSET0_EL0", 3, 3, 13, 2, 5),
    ("AMEVCNTR00_EL0", 3, 3, 13, 4, 0),
    ("APIAKeyLo_EL1", 3, 0, 2, 1, 0), ("APIAKeyHi_EL1", 3, 0, 2, 1, 1),
    ("APIBKeyLo_EL1", 3, 0, 2, 1, 2), ("APIBKeyHi_EL1", 3, 0, 2, 1, 3),
    ("APDAKeyLo_EL1", 3, 0, 2, 2, 0), ("APDAKeyHi_EL1", 3, 0, 2, 2, 1),
    ("APDBKeyLo_EL1", 3, 0, 2, 2, 2), ("APDBKeyHi_EL1", 3, 0, 2, 2, 3),
    ("APGAKeyLo_EL1", 3, 0, 2, 3, 0), ("APGAKeyHi_EL1", 3, 0, 2, 3, 1),
]

# Rows of xen-sysregs.csv whose encoding is not the architecture's for that name.
RENAMED = {"ICC_ASGI1R_EL1": "S3_1_C12_C11_6", "ICC_SGI0R_EL1": "S3_2_C12_C11_7"}


class Rules:
    def __init__(self, path):
        self.rules = {}
        for row in csv.DictReader(open(path, newline="")):
            self.rules.setdefault((row["name"], row["form"]), []).append(row)

    def find(self, name, form):
        for candidate in (name, "DC " + name[2:] if name.startswith("DC") else name,
                          re.sub(r"\d+(?=_EL\d$)", "<m>", name), re.sub(r"(\d)\d(?=_EL0$)", r"\1<m>", name)):
            if (candidate, form) in self.rules:
                return self.rules[(candidate, form)]
        return []

    def route(self, name, form, el, controls):
        """UNDEF, TRAP_EL1, TRAP_EL2, DONE, or FREE where the architecture lets the core choose."""
        match = re.search(r"(\d+)_EL\d$", name)
        number = int(match[1]) if match else 0
        for row in self.find(name, form):
            if row["el"] not in ("any", str(el)) or not holds(row["condition"], controls, number):
                continue
            action = row["action"]
            if action in ("UNDEF", "TRAP_EL1", "TRAP_EL2"):
                return action
            return "FREE" if row["arg"].startswith("ConstrainUnpredictable") else "DONE"
        return "UNDEF"


def holds(condition, controls, number):
    field = lambda name: controls.get(name, 0)
    calls = {
        "EL2Enabled()": "True", "Halted()": "False", "EL3SDDUndefPriority()": "False",
        "EL3SDDUndef()": "False", "HaveEL(EL3)": "False", "ELIsInHost(EL0)": "False",
        "ELIsInHost(EL2)": "False", "IsHCRXEL2Enabled()": "False", "TRUE": "True",
        "HaltingAllowed()": "False", "IsHighestEL(PSTATE.EL)": "False",
        "GetNumEventCountersSelfHosted()": str(COUNTERS), "GetNumEventCountersAccessible()": str(COUNTERS),
        "NUM_BREAKPOINTS": str(BREAKPOINTS), "NUM_WATCHPOINTS": str(WATCHPOINTS),
        "UInt(EffectiveMDSELR_EL1_BANK())": "0",
        "IsCurrentSecurityState(SS_Secure)": "False",
    }
    text = condition
    text = re.sub(r"IsFeatureImplemented\((\w+)\)", lambda m: str(m[1] in FEATURES), text)
    text = re.sub(r'ImpDefBool\("[^"]*"\)', "True", text)
    text = re.sub(r"ConstrainUnpredictableBool\(\w+\)", "False", text)
    text = re.sub(r"IsZero\(\w+\)", "True", text)
    text = re.sub(r"EffectiveHCR_EL2_NVx\(\)\s*(IN \{[^}]*\}|== '\w+')", "False", text)
    for call, value in calls.items():
        text = text.replace(call, value)
    text = re.sub(r"PMUACR_EL1\[[^\]]*\]", "'0'", text)
    text = re.sub(r"UInt\((\w+\.\w+)\)", lambda m: str(field(m[1])), text)
    text = re.sub(r"\[([\w.\- :]+)\]", lambda m: "'" + "".join(
        str(field(f.strip())) for f in m[1].split(":")) + "'", text)
    text = re.sub(r"(?<!['\w])(?:ext-)?[A-Z]\w*\.\w+", lambda m: "'%d'" % field(m[0]), text)
    text = re.sub(r"\bm\b", str(number), text)
    text = text.replace("&&", " and ").replace("||", " or ")
    text = re.sub(r"!(?!=)", " not ", text)
    try:
        return bool(eval(text, {"__builtins__": {}}, {}))
    except Exception as error:
        raise SystemExit(f"cannot evaluate {condition!r} ({text!r}): {error}")


def decision(row, write, el, setting):
    """("value", v), ("ok",) or ("undef",): what xen-sysregs.csv says."""
    column = "partial_emulation_" + setting
    text = row["write_result" if write else "read_result"]
    if row[column] != "same" and row["register"] in ("MDCCSR_EL0", "DBGDTR_EL0", "DBGDTRTX_EL0",
                                                      "DBGDTRRX_EL0"):
        parts = row[column].split(";")
        wanted = [p.strip() for p in parts if p.strip().startswith("write" if write else "read")]
        text = re.sub(r"^(read|write) ", "", wanted[0]) if wanted else parts[0].strip()
    if row["min_el"].split()[0] == "1" and el == 0:
        return ("undef",)
    if text.startswith("EL1: ignored. EL0: inject undefined"):
        return ("undef",) if el == 0 else ("ok",)
    if text.startswith("EL1 always; EL0 only if"):
        return ("undef",) if el == 0 else ("ok",) if write else ("value", 0)
    if "inject undefined" in text.split(";")[0].split("no IOMMU")[0] and "IOMMU" not in text:
        return ("undef",)
    if write:
        assert re.match(r"ignored|forwarded|no IOMMU|written through", text), (row["register"], text)
        return ("ok",)
    if row["register"] == "ACTLR_EL1":
        return ("value", 0)  # RES0 in this core
    if row["register"] in ID_VALUES:
        return ("value", ID_VALUES[row["register"]])
    match = re.match(r"0x([0-9a-f]+)", text)
    if match:
        return ("value", int(match[1], 16))
    assert text.startswith(("host-wide", "boot CPU")), (row["register"], text)
    return ("value", 0)  # an ID register that this core has as zero


def decision_kvm(row, write, gic):
    """The same from kvm-sysregs.csv. No handler there looks at the exception level."""
    text = row["write_result" if write else "read_result"]
    if text.startswith(("without vPMU: inject undefined", "inject undefined", "WARN once")):
        return ("undef",)
    if text.startswith("vGICv3"):
        return ("undef",) if gic == 2 else ("ok",) if write else ("value", 7)
    if write:
        assert re.match(r"ignored|stored|bit 0 copied|host without|CVAL =|SGI queued", text), (row["register"], text)
        return ("ok",)
    if row["register"] in ID_VALUES_KVM:
        return ("value", ID_VALUES_KVM[row["register"]])
    match = re.match(r"0x([0-9a-f]+)", text)
    if match:
        return ("value", int(match[1], 16))
    assert re.match(r"stored|physical ACTLR|low 32 bits|per-VM|host value|only |value of the physical", text), (
        row["register"], text)
    return ("value", 0)


def syndrome(read, op0, op1, crn, crm, op2):
    """ESR_EL1 of a trapped MRS or MSR with Rt = x0."""
    return 0x62000000 | op0 << 20 | op2 << 17 | op1 << 14 | crn << 10 | crm << 1 | read


def main():
    if len(sys.argv) != 2:
        raise SystemExit("usage: sysreg-tour.py REFERENCE")
    reference = pathlib.Path(sys.argv[1])
    guest = pathlib.Path(__file__).resolve().parent.parent / "guests" / "sysreg-tour"
    rules = Rules(reference / "aarch64-sysreg-rules.csv")
    listed = {}
    registers = []
    for row in csv.DictReader(open(reference / "xen-sysregs.csv", newline="")):
        if row["register"].startswith("<"):
            continue
        encoding = tuple(int(row[k]) for k in ("op0", "op1", "crn", "crm", "op2"))
        name = RENAMED.get(row["register"], row["register"])
        listed[name] = row
        registers.append((name, *encoding))
    registers += EXTRA

    listed_kvm = {tuple(row[k] for k in ("op0", "op1", "crn", "crm", "op2")): row
                  for row in csv.DictReader(open(reference / "kvm-sysregs.csv", newline=""))}

    def accesses(name, op0):
        if op0 == 1 or name == "DBGDTRTX_EL0":
            return "W"
        return "R" if name == "DBGDTRRX_EL0" else "RW"

    with open(guest / "registers.h", "w") as out:
        out.write("/* Written by samples/scripts/sysreg-tour.py: name, op0, op1, CRn, CRm, op2, accesses, mask. */\n")
        for name, *encoding in registers:
            flags = [{"R": "READ", "W": "WRITE"}[a] for a in accesses(name, encoding[0])]
            if re.match(r"PMEV(CNTR|TYPER)\d", name) and int(re.search(r"(\d+)_", name)[1]) >= COUNTERS:
                flags.append("FREE")
            if name in WRITE_BACK:
                flags.append("WRITE_BACK")
            mask = "0" if name in UNSPECIFIED else "%#x" % MASKS[name] if name in MASKS else "ALL"
            out.write("REGISTER(%s, %s, %s, %s)\n" % (
                name, ", ".join(map(str, encoding)), " | ".join(flags), mask))

    def outcome(name, encoding, write, el, setting, gic):
        kvm = setting == "kvm"
        controls = dict(CONTROLS_KVM if kvm else CONTROLS)
        if gic == 2:  # a GICv2 guest on GICv3 hardware: the CPU has the registers, the guest does not
            controls["ICC_SRE_EL2.Enable"] = 0
            controls["ICC_SRE_EL1.SRE"] = 0
        read = not write
        form = "SYS" if encoding[0] == 1 else "MSR" if write else "MRS"
        if re.match(r"S3_0_C0_C\d_\d$", name):  # reserved ID space: HCR_EL2.TID3 covers it
            route = "TRAP_EL2" if read and el == 1 else "UNDEF"
        elif re.match(r"S3_\d_C1[15]_", name):  # HCR_EL2.TIDCP; Xen refuses all of it
            route = "UNDEF"
        else:
            route = rules.route(name, form, el, controls)
        if route == "FREE":
            return "refused"
        if route == "TRAP_EL1":
            return "trap ESR=0x%08x" % syndrome(read, *encoding)
        if route == "TRAP_EL2":
            if kvm:
                row = listed_kvm.get(tuple(map(str, encoding)))
                result = decision_kvm(row, write, gic) if row else ("undef",)
            elif name in listed:
                result = decision(listed[name], write, el, setting)
            else:
                result = ("undef",)
        elif route == "DONE":
            result = ("ok",) if write else ("value", COMPLETED.get(name, 0))
        else:
            result = ("undef",)
        if result[0] == "undef":
            return "undef ESR=0x02000000"
        if result[0] == "ok" or name in UNSPECIFIED:
            return "ok"
        return "= 0x%016x" % (result[1] & MASKS.get(name, ~0))

    for setting in ("off", "on", "kvm"):
        prefix = "kvm" if setting == "kvm" else "xen-" + setting
        for gic in (3, 2):
            counts = {}
            suffix = "" if gic == 3 else "-gic2"
            with open(guest / f"expected-{prefix}{suffix}.txt", "w") as out:
                out.write("sysreg-tour: %d registers\n" % len(registers))
                for el in (1, 0):
                    for name, *encoding in registers:
                        for access in accesses(name, encoding[0]):
                            write = access == "W"
                            verb = "sys" if encoding[0] == 1 else "msr" if write else "mrs"
                            result = outcome(name, encoding, write, el, setting, gic)
                            kind = result.split()[0].replace("=", "ok")
                            counts[kind] = counts.get(kind, 0) + 1
                            out.write(f"EL{el} {verb} {name} {result}\n")
                out.write("sysreg-tour: %d accesses: %d completed, %d undefined, %d trapped to EL1, %d refused\n" % (
                    sum(counts.values()), *(counts.get(k, 0) for k in ("ok", "undef", "trap", "refused"))))


main()
