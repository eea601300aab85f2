/** All of the site in English; it comes in one piece, only for those who read it. */
export { chair } from './chair';
export { common } from './common';
export { compare } from './compare';
export { draw } from './draw';
export { email } from './email';
export { estate } from './estate';
export { fit } from './fit';
export { fitPage } from './fit-page';
export { reach } from './reach';
export { saved } from './saved';
export { search } from './search';
export { trail } from './trail';
export { WORDS } from './words';
