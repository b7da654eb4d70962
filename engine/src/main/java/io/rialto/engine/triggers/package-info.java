/** Orders that wait for a price: stops, if-touched and trailing ones, their election and what cascades from it. */
package io.rialto.engine.triggers;
