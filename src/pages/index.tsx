export { default, getServerSideProps } from "./play";
