export const plain = () => "tails";
