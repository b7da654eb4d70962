/** More orders than a venue can take, on a schedule that waits for nobody: what is accepted, what is refused, and how soon. */
package io.rialto.bench.load;
