package trapline.isa;

/**
 * Architecture features that a modelled core may have, in Arm's names; DDI 0487, A2.2.
 *
 * <p>A row of {@link A64} names one of them, or none for the base. A system register that exists
 * only with a feature asks {@link CpuModel#has}.
 */
public enum Feature {
    // @formatter:off
    // Armv8.0
    FEAT_FP,       // scalar floating point
    FEAT_AdvSIMD,  // Advanced SIMD
    FEAT_AES,      // AESE and its companions
    FEAT_PMULL,    // PMULL of 64-bit lanes
    FEAT_SHA1,
    FEAT_SHA256,
    FEAT_CRC32,
    FEAT_PMUv3,    // performance monitors
    FEAT_AA32EL0,  // identification registers tell of AArch32 at EL0
    FEAT_AA32EL1,  // identification registers tell of AArch32 at EL1
    // Armv8.1
    FEAT_LSE,      // atomic memory operations
    FEAT_LOR,      // limited ordering regions
    FEAT_RDM,      // rounding doubling multiply accumulate
    FEAT_PAN,      // privileged access never
    FEAT_VHE,      // EL2 as a host
    FEAT_HPDS,     // hierarchical permission disables
    FEAT_VMID16,
    FEAT_HAFDBS,   // hardware access flag and dirty state
    FEAT_PMUv3p1,
    // Armv8.2
    FEAT_FP16,     // half precision arithmetic
    FEAT_UAO,      // user access override
    FEAT_PAN2,     // AT S1E1RP, AT S1E1WP
    FEAT_DPB,      // DC CVAP
    FEAT_RAS,      // ESB and the error record registers
    FEAT_IESB,
    FEAT_TTCNP,    // common not private translations
    FEAT_XNX,      // stage 2 execute never by exception level
    FEAT_DotProd,
    FEAT_FHM,      // FMLAL, FMLSL
    FEAT_SPE,      // statistical profiling
    // Armv8.3 and later
    FEAT_LRCPC,    // LDAPR
    FEAT_PAuth,
    FEAT_FCMA,
    FEAT_JSCVT,
    FEAT_SSBS,
    FEAT_SB,
    FEAT_CSV2,     // branch predictions do not cross contexts
    FEAT_CSV3,     // speculative loads do not reveal what faults
    FEAT_FlagM,
    FEAT_DIT,
    FEAT_BTI,
    FEAT_MTE
    // @formatter:on
}
