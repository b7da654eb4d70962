/** What positions in perpetuals pay each other, so that their price stays near their mark. */
package io.rialto.engine.funding;
