/** How risky an account's portfolio is: figures of the moment, figures of past days, and what shocks would do to its margin. */
package io.rialto.gateway.analysis;
