/** Who waits for the journal sleeps until there is something. */
package io.rialto.journal.waking;
