package io.rialto.journal.writer;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What the journal asks of the machine below it; tests stand in front of the real one and count, or let it fail. */
public interface Device {
    /** The machine itself. */
    Device REAL = new Device() {};

    /** Everything written to the file so far is on the device when this returns. */
    default void force(FileChannel channel) throws IOException {
        channel.force(false);
    }

    /** The names in the directory are on the device when this returns. */
    default void forceDirectory(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Bytes that may still be written. */
    default long usableBytes(Path directory) throws IOException {
        return Files.getFileStore(directory).getUsableSpace();
    }
}
