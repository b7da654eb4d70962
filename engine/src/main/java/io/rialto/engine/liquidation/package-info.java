/** Where positions end that their margin no longer covers. */
package io.rialto.engine.liquidation;
