/** Give-up and take-up: sides of trades that go from the account that executed them to the one that clears them. */
package io.rialto.engine.giveup;
