/** The line: a bounded ring, and the three threads behind it that decide, remember and answer. */
package io.rialto.engine.ring;
