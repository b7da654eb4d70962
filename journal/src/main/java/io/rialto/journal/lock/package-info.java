/** Who may write: one, and only while it is alive. */
package io.rialto.journal.lock;
