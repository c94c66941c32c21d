package trapline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The guests that come with the program, on the class path as {@code trapline/guests/NAME.elf}. */
final class BundledGuests {
    private static final String FOLDER = "trapline/guests/";
    private static final String SUFFIX = ".elf";

    /** One that is there in every build: it leads to the others. */
    private static final String ANCHOR = "dcc-probe";

    private BundledGuests() {}

    /** The image of a bundled guest. */
    static GuestImage image(String name) {
        byte[] bytes = name.matches("[a-z0-9-]+") ? read(name) : null;
        if (bytes == null) {
            throw new BadInput(
                    "--guest '" + name + "': unknown; known: " + String.join(", ", names()));
        }
        return new GuestImage("kernel", "guest:" + name, null, bytes);
    }

    private static byte @Nullable [] read(String name) {
        try (InputStream in = loader().getResourceAsStream(FOLDER + name + SUFFIX)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All names, sorted; none in a build without guests. */
    static List<String> names() {
        URL anchor = loader().getResource(FOLDER + ANCHOR + SUFFIX);
        TreeSet<String> found = new TreeSet<>();
        try {
            if (anchor != null && anchor.openConnection() instanceof JarURLConnection jar) {
                try (JarFile file = new JarFile(Path.of(jar.getJarFileURL().toURI()).toFile())) {
                    for (Enumeration<JarEntry> e = file.entries(); e.hasMoreElements(); ) {
                        add(found, e.nextElement().getName());
                    }
                }
            } else if (anchor != null) {
                Path folder = Path.of(anchor.toURI()).resolveSibling("");
                try (Stream<Path> files = Files.list(folder)) {
                    files.forEach(f -> add(found, FOLDER + f.getFileName()));
                }
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("bundled guests at " + anchor, e);
        }
        return List.copyOf(found);
    }

    private static void add(Set<String> found, String entry) {
        if (entry.startsWith(FOLDER) && entry.endsWith(SUFFIX)) {
            found.add(entry.substring(FOLDER.length(), entry.length() - SUFFIX.length()));
        }
    }

    private static ClassLoader loader() {
        ClassLoader l = BundledGuests.class.getClassLoader();
        return l == null ? ClassLoader.getSystemClassLoader() : l;
    }
}
