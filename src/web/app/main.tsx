import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { I18nProvider } from "react-aria-components";
import { must } from "../../core/assert.ts";
import { LanguageProvider, useLanguage } from "../language/language.ts";
import "./tokens.css";
import "./base.css";
import { router } from "./router.tsx";
import { wearTheme } from "./theme.ts";

const queries = new QueryClient({
  defaultOptions: { queries: { retry: false, staleTime: 60_000, refetchOnWindowFocus: false } },
});

function App() {
  return (
    <I18nProvider locale={useLanguage()}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </I18nProvider>
  );
}

wearTheme();
createRoot(must(document.getElementById("app"), "#app")).render(
  <StrictMode>
    <LanguageProvider>
      <App />
    </LanguageProvider>
  </StrictMode>,
);
