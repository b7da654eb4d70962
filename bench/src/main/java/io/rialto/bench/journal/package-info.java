/** What keeping a frame costs, beside the queue itself and the device. */
package io.rialto.bench.journal;
