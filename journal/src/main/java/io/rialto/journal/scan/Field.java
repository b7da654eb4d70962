package io.rialto.journal.scan;

/** What of a frame, an excerpt or a file is not as it must be. */
public enum Field {
    NONE("none"),
    FILE("file"),
    EXCERPT("excerpt header"),
    MAGIC("magic"),
    FORMAT("format"),
    LENGTH("length"),
    CRC("crc"),
    PARTS("parts"),
    SEQUENCE("sequence"),
    EPOCH("epoch"),
    TIME("timeNanos"),
    PREVIOUS_HASH("previousHash"),
    DURABLE_MARK("durable mark");

    private final String text;

    Field(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
