package trapline.policy;

/**
 * One rule of a personality.
 *
 * @param id {@code personality/class/name/direction[/gate=state]}; an id never changes its meaning
 * @param source where the behaviour is stated, such as {@code
 *     xen/arch/arm/arm64/vsysreg.c:do_sysreg}
 */
public record Rule(String id, String source) {}
