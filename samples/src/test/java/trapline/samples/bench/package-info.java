/** What {@code samples/scripts/bench.py} needs of Java: runs that no command offers. */
@org.jspecify.annotations.NullMarked
package trapline.samples.bench;
