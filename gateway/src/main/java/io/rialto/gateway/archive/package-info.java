/** History without a silent end: what memory let go of is answered from the read model. */
package io.rialto.gateway.archive;
