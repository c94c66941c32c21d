package trapline.vcpu.fp;

/** FPCR and FPSR of one vCPU: control in, cumulative exception flags out (DDI 0487, C5.2). */
public final class FpState {
    /** FPCR: AHP 26, DN 25, FZ 24, RMode 23:22, FZ16 19. */
    public int fpcr;

    /** FPSR: QC 27, IDC 7, IXC 4, UFC 3, OFC 2, DZC 1, IOC 0. */
    public int fpsr;
}
