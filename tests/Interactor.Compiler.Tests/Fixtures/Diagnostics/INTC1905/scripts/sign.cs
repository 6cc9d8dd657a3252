public static class Sign;
