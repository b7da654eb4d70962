package io.rialto.journal.scan;

import java.nio.file.Path;

/**
 * The place where history stops being good.
 *
 * @param file the file, or the directory when there is none
 * @param excerptOffset where the excerpt around it starts in the file, in bytes
 * @param offset where the frame starts, or would start, in bytes
 * @param sequence of the frame that should stand there
 * @param field what is not as it must be; NONE when simply nothing is there
 * @param detail the values, in words
 * @param isWhole the bytes are a whole frame, or cannot be read at all: never what a torn write leaves
 */
public record Finding(
        Path file, long excerptOffset, long offset, long sequence, Field field, String detail, boolean isWhole) {
    static final String ENDED = "the file is ended";

    @Override
    public String toString() {
        return "file=" + file.getFileName() + " offset=" + offset + " sequence=" + sequence + " field=" + field + ": "
                + detail;
    }

    /** The file is finished there, and no newer one was begun. */
    public boolean isEndOfFile() {
        return detail.equals(ENDED);
    }

    /** The same place with more to say. */
    public Finding because(Field otherField, String otherDetail) {
        return new Finding(file, excerptOffset, offset, sequence, otherField, otherDetail, isWhole);
    }

    /** The whole file, because nothing good stands in it. */
    public Finding atStartOfFile(String otherDetail) {
        return new Finding(file, 0, 0, sequence, Field.FILE, otherDetail, isWhole);
    }
}
