/** What an instrument does at the moment: which orders it takes in each phase, and how one phase follows another. */
package io.rialto.engine.phases;
