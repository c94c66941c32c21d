@NullMarked
package trapline.journal;

import org.jspecify.annotations.NullMarked;
