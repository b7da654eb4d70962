/** Who may not trade, and how all of somebody's orders are taken out. */
package io.rialto.engine.blocks;
