/** How many notifications a second pass what readers want, and are batched. */
package io.rialto.bench.notices;
