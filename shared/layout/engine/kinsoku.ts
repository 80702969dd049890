/**
 * 避头尾: which marks may not begin or end a line and which may hang over its end, as LibreOffice 7.4 has it for Chinese (zh-CN). Of
 * the marks that may not begin a line a dash (—), an ellipsis (…), % and ％ are none.
 */

/** Marks that no line begins with. */
export const NOT_AT_START = '!),.:;?]}¢\'"、。〉》」』】〕〗〞︰︱︳﹐､﹒﹔﹕﹖﹗﹚﹜﹞！），．：；？｜｝︴︶︸︺︼︾﹀﹂﹄﹏～￠々‖•·ˇˉ―-′’”'

/** Marks that no line ends with. */
export const NOT_AT_END = '([{£¥\'"‵〈《「『【〔〖（［｛￡￥〝︵︷︹︻︽︿﹁﹃﹙﹛﹝“‘'

/** Marks of which one may stand beyond the end of its line. */
export const HANGING = '!,.:;?、。！，．：；？'
