package io.rialto.bench.recording;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Opens recordings, packed or plain: told apart by their first bytes, not by their name. */
public final class RecordingFiles {
    private static final int BUFFER = 1 << 16;

    private RecordingFiles() {}

    public static InputStream open(Path file) throws IOException {
        BufferedInputStream plain = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        plain.mark(2);
        boolean packed = plain.read() == 0x1F && plain.read() == 0x8B;
        plain.reset();
        return packed ? new BufferedInputStream(new GZIPInputStream(plain, BUFFER), BUFFER) : plain;
    }

    /** Packs when the name ends in {@code .gz}. */
    public static OutputStream create(Path file) throws IOException {
        OutputStream plain = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
        return file.toString().endsWith(".gz") ? new GZIPOutputStream(plain, BUFFER) : plain;
    }
}
