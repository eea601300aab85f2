/** Estates: what describes them, and what is theirs alone: doors, places, the search by drawing (nazotte), document requests. */
package isuumo.estate;
