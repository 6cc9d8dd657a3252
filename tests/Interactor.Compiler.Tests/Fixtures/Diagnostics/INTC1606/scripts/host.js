export const host = () => "eu";
