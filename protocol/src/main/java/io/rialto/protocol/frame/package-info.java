/** Frames: a command and what it caused, laid out, sealed, checked and read. The messages inside are the schema's. */
package io.rialto.protocol.frame;
