/** How the orders at one price share what an aggressor takes, where time alone does not decide. */
package io.rialto.engine.allocation;
