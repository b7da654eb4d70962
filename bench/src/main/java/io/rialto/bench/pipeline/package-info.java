/** The line end to end: commands arrive on a schedule, and how late each is decided and acknowledged is written down. */
package io.rialto.bench.pipeline;
