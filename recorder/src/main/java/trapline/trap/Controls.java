package trapline.trap;

/**
 * Which field of which control register traps which accesses: the table that {@link Routing}
 * compiles.
 *
 * <p>A row is {@code control test directions levels target class gate : registers}.
 *
 * <ul>
 *   <li>test: {@code bit=value}; alternatives, one of which is enough, are separated by a comma,
 *       bits that must all hold by {@code &}.
 *   <li>directions: {@code r}, {@code w} or both; levels: the Exception levels, {@code 0}, {@code
 *       1} or both, from which it traps.
 *   <li>target and class: where the access goes and the exception class it reports, in hexadecimal.
 *       What goes to EL1 from EL0 goes to EL2 while HCR_EL2.TGE is 1.
 *   <li>gate: the feature without which the field is RES0, or {@code -}.
 *   <li>registers: names, a dot for the space in an instruction's; {@code *} matches anything.
 * </ul>
 *
 * <p>The first row that holds decides, so rows stand in the order of DDI 0487's accessibility
 * pseudocode: EL1 controls before EL2 controls. A row for a register that is UNDEFINED at a level
 * has no effect there. Source: DDI 0487, D24, the accessibility section of each register; field
 * positions from the field descriptions of the control registers.
 */
final class Controls {
    private Controls() {}

    // @formatter:off
    static final String EL1 = """
        SCTLR_EL1.UMA      9=0          rw 0  EL1 18 - : DAIF
        SCTLR_EL1.DZE      14=0         w  0  EL1 18 - : DC.ZVA DC.GVA DC.GZVA
        SCTLR_EL1.UCT      15=0         r  0  EL1 18 - : CTR_EL0
        SCTLR_EL1.UCI      26=0         w  0  EL1 18 - : IC.IVAU DC.C*
        SCTLR_EL1.EnRCTX   10=0         w  0  EL1 18 - : CFP.RCTX DVP.RCTX CPP.RCTX
        SCTLR_EL1.TSCXT    20=1         rw 0  EL1 18 - : SCXTNUM_EL0
        CPACR_EL1.FPEN     20=0,21=0    rw 0  EL1 07 - : FPCR FPSR
        CPACR_EL1.FPEN     20=0         rw 1  EL1 07 - : FPCR FPSR
        CNTKCTL_EL1.EL0PCTEN 0=0        r  0  EL1 18 - : CNTPCT_EL0 CNTPCTSS_EL0
        CNTKCTL_EL1.EL0VCTEN 1=0        r  0  EL1 18 - : CNTVCT_EL0 CNTVCTSS_EL0
        CNTKCTL_EL1.EL0xCTEN 0=0&1=0    r  0  EL1 18 - : CNTFRQ_EL0
        CNTKCTL_EL1.EL0VTEN 8=0         rw 0  EL1 18 - : CNTV_TVAL_EL0 CNTV_CTL_EL0 CNTV_CVAL_EL0
        CNTKCTL_EL1.EL0PTEN 9=0         rw 0  EL1 18 - : CNTP_TVAL_EL0 CNTP_CTL_EL0 CNTP_CVAL_EL0
        MDSCR_EL1.TDCC     12=1         rw 0  EL1 18 - : MDCCSR_EL0 DBGDTR_EL0 DBGDTRRX_EL0
        PMUSERENR_EL0.EN   0=0          rw 0  EL1 18 - : PMCR_EL0 PMCNTENSET_EL0 PMCNTENCLR_EL0 PMOVSCLR_EL0 PMOVSSET_EL0 PMXEVTYPER_EL0 PMEVTYPER* PMCCFILTR_EL0 PMCEID*
        PMUSERENR_EL0.EN   0=0          w  0  EL1 18 - : PMCCNTR_EL0 PMXEVCNTR_EL0 PMEVCNTR*
        PMUSERENR_EL0.SW   0=0&1=0      w  0  EL1 18 - : PMSWINC_EL0
        PMUSERENR_EL0.CR   0=0&2=0      r  0  EL1 18 - : PMCCNTR_EL0
        PMUSERENR_EL0.ER   0=0&3=0      r  0  EL1 18 - : PMXEVCNTR_EL0 PMEVCNTR*
        PMUSERENR_EL0.ER   0=0&3=0      rw 0  EL1 18 - : PMSELR_EL0
        ICC_SRE_EL1.SRE    0=0          rw 1  EL1 18 - : ICC_PMR_EL1 ICC_IAR* ICC_EOIR* ICC_HPPIR* ICC_BPR* ICC_AP0R* ICC_AP1R* ICC_DIR_EL1 ICC_RPR_EL1 ICC_CTLR_EL1 ICC_IGRPEN0_EL1 ICC_IGRPEN1_EL1 ICC_SGI0R_EL1 ICC_SGI1R_EL1 ICC_ASGI1R_EL1
        """;

    static final String EL2 = """
        HCR_EL2.TID1       16=1         r  1  EL2 18 -    : REVIDR_EL1 AIDR_EL1
        HCR_EL2.TID2       17=1         rw 01 EL2 18 -    : CTR_EL0 CCSIDR_EL1 CCSIDR2_EL1 CLIDR_EL1 CSSELR_EL1
        HCR_EL2.TID3       18=1         r  1  EL2 18 -    : ID_* MVFR*
        HCR_EL2.TID4       49=1         rw 1  EL2 18 EVT  : CCSIDR_EL1 CCSIDR2_EL1 CLIDR_EL1 CSSELR_EL1
        HCR_EL2.TID5       58=1         r  1  EL2 18 MTE2 : GMID_EL1
        HCR_EL2.TACR       21=1         rw 1  EL2 18 -    : ACTLR_EL1
        HCR_EL2.TVM        26=1         w  1  EL2 18 -    : SCTLR_EL1 TTBR0_EL1 TTBR1_EL1 TCR_EL1 AFSR0_EL1 AFSR1_EL1 ESR_EL1 FAR_EL1 MAIR_EL1 AMAIR_EL1 CONTEXTIDR_EL1
        HCR_EL2.TRVM       30=1         r  1  EL2 18 -    : SCTLR_EL1 TTBR0_EL1 TTBR1_EL1 TCR_EL1 AFSR0_EL1 AFSR1_EL1 ESR_EL1 FAR_EL1 MAIR_EL1 AMAIR_EL1 CONTEXTIDR_EL1
        HCR_EL2.TSW        22=1         w  1  EL2 18 -    : DC.ISW DC.CSW DC.CISW DC.IGSW DC.IGDSW DC.CGSW DC.CGDSW DC.CIGSW DC.CIGDSW
        HCR_EL2.TPCP       23=1         w  01 EL2 18 -    : DC.IVAC DC.IGVAC DC.IGDVAC DC.CVAC DC.CGVAC DC.CGDVAC DC.CVAP DC.CGVAP DC.CGDVAP DC.CVADP DC.CGVADP DC.CGDVADP DC.CIVAC DC.CIGVAC DC.CIGDVAC
        HCR_EL2.TPU        24=1         w  01 EL2 18 -    : IC.IALLUIS IC.IALLU IC.IVAU DC.CVAU
        HCR_EL2.TICAB      50=1         w  1  EL2 18 EVT  : IC.IALLUIS
        HCR_EL2.TOCU       52=1         w  01 EL2 18 EVT  : IC.IALLU IC.IVAU DC.CVAU
        HCR_EL2.TDZ        28=1         w  01 EL2 18 -    : DC.ZVA DC.GVA DC.GZVA
        HCR_EL2.AT         44=1         w  1  EL2 18 NV   : AT.*
        HCR_EL2.TTLB       25=1         w  1  EL2 18 -    : TLBI.*
        HCR_EL2.TTLBIS     54=1         w  1  EL2 18 EVT  : TLBI.*IS
        HCR_EL2.TTLBOS     55=1         w  1  EL2 18 EVT  : TLBI.*OS
        HCR_EL2.TLOR       35=1         rw 1  EL2 18 LOR  : LORSA_EL1 LOREA_EL1 LORN_EL1 LORC_EL1 LORID_EL1
        HCR_EL2.TERR       36=1         rw 1  EL2 18 RAS  : ERRIDR_EL1 ERRSELR_EL1 ERXFR_EL1 ERXCTLR_EL1 ERXSTATUS_EL1 ERXADDR_EL1 ERXMISC*
        HCR_EL2.FIEN       47=0         rw 1  EL2 18 -    : ERXPFGF_EL1 ERXPFGCTL_EL1 ERXPFGCDN_EL1
        HCR_EL2.APK        40=0         rw 1  EL2 18 -    : APIAKey* APIBKey* APDAKey* APDBKey* APGAKey*
        HCR_EL2.EnSCXT     53=0         rw 01 EL2 18 -    : SCXTNUM_EL0 SCXTNUM_EL1
        HCR_EL2.ATA        56=0         rw 1  EL2 18 -    : RGSR_EL1 GCR_EL1 TFSR_EL1 TFSRE0_EL1
        HCR_EL2.FMO        3=1          w  1  EL2 18 -    : ICC_SGI0R_EL1 ICC_SGI1R_EL1 ICC_ASGI1R_EL1
        HCR_EL2.IMO        4=1          w  1  EL2 18 -    : ICC_SGI0R_EL1 ICC_SGI1R_EL1 ICC_ASGI1R_EL1
        MDCR_EL2.TDCC      27=1         rw 01 EL2 18 FGT  : OSDTRRX_EL1 OSDTRTX_EL1 MDCCINT_EL1 MDCCSR_EL0 DBGDTR_EL0 DBGDTRRX_EL0
        HCR_EL2.TGE        27=1         rw 0  EL2 18 -    : MDCCSR_EL0 DBGDTR_EL0 DBGDTRRX_EL0
        MDCR_EL2.TDE       8=1          rw 01 EL2 18 -    : OSDTRRX_EL1 OSDTRTX_EL1 MDCCINT_EL1 MDSCR_EL1 OSECCR_EL1 MDCCSR_EL0 DBGDTR_EL0 DBGDTRRX_EL0 DBGBVR* DBGBCR* DBGWVR* DBGWCR* DBGCLAIMSET_EL1 DBGCLAIMCLR_EL1 DBGAUTHSTATUS_EL1 OSLAR_EL1 OSLSR_EL1 OSDLR_EL1 DBGPRCR_EL1 MDRAR_EL1
        MDCR_EL2.TDA       9=1          rw 01 EL2 18 -    : OSDTRRX_EL1 OSDTRTX_EL1 MDCCINT_EL1 MDSCR_EL1 OSECCR_EL1 MDCCSR_EL0 DBGDTR_EL0 DBGDTRRX_EL0 DBGBVR* DBGBCR* DBGWVR* DBGWCR* DBGCLAIMSET_EL1 DBGCLAIMCLR_EL1 DBGAUTHSTATUS_EL1
        MDCR_EL2.TDOSA     10=1         rw 1  EL2 18 -    : OSLAR_EL1 OSLSR_EL1 OSDLR_EL1 DBGPRCR_EL1
        MDCR_EL2.TDRA      11=1         r  1  EL2 18 -    : MDRAR_EL1
        MDCR_EL2.TPM       6=1          rw 01 EL2 18 -    : PMCR_EL0 PMCNTENSET_EL0 PMCNTENCLR_EL0 PMOVSCLR_EL0 PMOVSSET_EL0 PMSWINC_EL0 PMSELR_EL0 PMCEID* PMCCNTR_EL0 PMXEVTYPER_EL0 PMXEVCNTR_EL0 PMUSERENR_EL0 PMINTENSET_EL1 PMINTENCLR_EL1 PMMIR_EL1 PMEVCNTR* PMEVTYPER* PMCCFILTR_EL0
        MDCR_EL2.TPMCR     5=1          rw 01 EL2 18 -    : PMCR_EL0
        MDCR_EL2.TPMS      14=1         rw 1  EL2 18 -    : PMSCR_EL1 PMSICR_EL1 PMSIRR_EL1 PMSFCR_EL1 PMSEVFR_EL1 PMSLATFR_EL1 PMSIDR_EL1
        MDCR_EL2.E2PB      12=0         rw 1  EL2 18 -    : PMBLIMITR_EL1 PMBPTR_EL1 PMBSR_EL1
        MDCR_EL2.TTRF      19=1         rw 1  EL2 18 -    : TRFCR_EL1
        CPTR_EL2.TCPAC     31=1         rw 1  EL2 18 -    : CPACR_EL1
        CPTR_EL2.TFP       10=1         rw 01 EL2 07 -    : FPCR FPSR
        CNTHCTL_EL2.EL1PCTEN 0=0        r  01 EL2 18 -    : CNTPCT_EL0 CNTPCTSS_EL0
        CNTHCTL_EL2.EL1PCEN 1=0         rw 01 EL2 18 -    : CNTP_TVAL_EL0 CNTP_CTL_EL0 CNTP_CVAL_EL0
        CNTHCTL_EL2.EL1TVT 13=1         rw 01 EL2 18 ECV  : CNTV_TVAL_EL0 CNTV_CTL_EL0 CNTV_CVAL_EL0
        CNTHCTL_EL2.EL1TVCT 14=1        r  01 EL2 18 ECV  : CNTVCT_EL0 CNTVCTSS_EL0
        ICC_SRE_EL2.Enable 3=0          rw 1  EL2 18 -    : ICC_SRE_EL1
        ICH_HCR_EL2.TC     10=1         rw 1  EL2 18 -    : ICC_PMR_EL1 ICC_CTLR_EL1 ICC_DIR_EL1 ICC_RPR_EL1 ICC_SGI0R_EL1 ICC_SGI1R_EL1 ICC_ASGI1R_EL1
        ICH_HCR_EL2.TALL0  11=1         rw 1  EL2 18 -    : ICC_IAR0_EL1 ICC_EOIR0_EL1 ICC_HPPIR0_EL1 ICC_BPR0_EL1 ICC_AP0R* ICC_IGRPEN0_EL1
        ICH_HCR_EL2.TALL1  12=1         rw 1  EL2 18 -    : ICC_IAR1_EL1 ICC_EOIR1_EL1 ICC_HPPIR1_EL1 ICC_BPR1_EL1 ICC_AP1R* ICC_IGRPEN1_EL1
        ICH_HCR_EL2.TDIR   14=1         w  1  EL2 18 GICv3_TDIR : ICC_DIR_EL1
        """;
    // @formatter:on
}
