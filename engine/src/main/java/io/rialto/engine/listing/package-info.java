/** What can be traded, and by whom: assets, instruments, accounts. */
package io.rialto.engine.listing;
