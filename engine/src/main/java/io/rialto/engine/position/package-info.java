/** What accounts have bought less what they have sold, and the orders that may only bring that closer to zero. */
package io.rialto.engine.position;
