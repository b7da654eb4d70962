/** How much firms, their accounts and the traders of those may have in the market: a tree that every order climbs. */
package io.rialto.engine.credit;
