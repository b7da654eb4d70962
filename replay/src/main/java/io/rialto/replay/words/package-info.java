/** Frames in words and as JSON, in one place: every message and field as the schema names it. */
package io.rialto.replay.words;
