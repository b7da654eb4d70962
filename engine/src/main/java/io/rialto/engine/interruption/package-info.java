/** When prices run away: the ranges and limits that stop continuous trading, and the call that follows. */
package io.rialto.engine.interruption;
