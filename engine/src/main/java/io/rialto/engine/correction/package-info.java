/** What puts settlement right: buy-ins of what failed, and trades that are taken back, corrected or reversed. */
package io.rialto.engine.correction;
