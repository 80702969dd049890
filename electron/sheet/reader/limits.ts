/** What a table of a document can hold. Beyond it a sheet is a list to be looked up in, not to be read on paper, and typing beside it becomes slow. */
export const MOST_ROWS = 1_000
export const MOST_COLUMNS = 60
/** Squares of one table, and of all tables that are read from one file. */
export const MOST_SQUARES = 8_000
export const MOST_SQUARES_OF_FILE = 40_000
/** Rows and characters of a file that is read line by line, as a list: twenty years of a busy office. */
export const MOST_LIST_ROWS = 10_000
export const MOST_LIST_CHARACTERS = 10_000_000
export const MOST_SHEETS = 200
export const MOST_MERGES = 10_000
/** Cells that are looked at for merges; areas that overlap would be gone through again and again. */
export const MOST_MERGE_STEPS = 1_000_000
export const MOST_CHARACTERS = 1_000_000
