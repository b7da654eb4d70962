/** The deterministic core: one command in, every event it causes out. It knows nothing but the line. */
package io.rialto.engine;
