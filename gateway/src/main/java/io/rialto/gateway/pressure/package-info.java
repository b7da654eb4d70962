/** What happens when more is asked than can be answered: some is refused at once, so that the rest is answered soon. */
package io.rialto.gateway.pressure;
