package isuumo.generator;

import java.io.IOException;
import java.io.OutputStream;

/**
 * One file of the data set.
 *
 * @param path    below the data directory, with slashes
 * @param content writes the file's bytes; may run on any thread, together with any other file's
 */
record DataFile(String path, Content content) {
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
