package io.rialto.journal;

/** What an acknowledgement promises about a frame. */
public enum Durability {
    /** In the page cache: survives the end of the process, not of the machine. */
    JOURNALED,
    /** Forced to the device: survives the end of the machine. */
    DURABLE
}
