export { default } from "./play/page";
